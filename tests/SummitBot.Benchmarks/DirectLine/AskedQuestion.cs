using System.Diagnostics;

namespace SummitBot.Benchmarks.DirectLine;

/// <summary>
/// The times at which a visitor saw the parts of an answer, measured from before the question was sent.
/// </summary>
internal sealed class AskedQuestion(string id)
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sign;
    private long _chunk;
    private long _answer;

    public string Id => id;

    public long Start { get; set; }

    public Task Answered => _answered.Task;

    /// <summary>Until the question was visibly received.</summary>
    public TimeSpan ToSign => Stopwatch.GetElapsedTime(Start, _sign);

    /// <summary>Until the first part of the answer's stream.</summary>
    public TimeSpan ToChunk => Stopwatch.GetElapsedTime(Start, _chunk);

    /// <summary>Until the whole answer with its citations.</summary>
    public TimeSpan ToAnswer => Stopwatch.GetElapsedTime(Start, _answer);

    public void SignAt(long time) => Interlocked.CompareExchange(ref _sign, time, 0);

    public void ChunkAt(long time) => Interlocked.CompareExchange(ref _chunk, time, 0);

    public void AnswerAt(long time)
    {
        Interlocked.CompareExchange(ref _answer, time, 0);
        _answered.TrySetResult();
    }
}
