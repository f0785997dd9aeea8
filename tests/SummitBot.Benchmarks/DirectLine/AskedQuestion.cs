using System.Diagnostics;

namespace SummitBot.Benchmarks.DirectLine;

/// <summary>When a visitor saw what of the answer; all times count from before the question was sent.</summary>
internal sealed class AskedQuestion(string id)
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sign;
    private long _chunk;
    private long _answer;

    public string Id => id;

    public long Start { get; set; }

    public Task Answered => _answered.Task;

    /// <summary>To the sign that the question has come.</summary>
    public TimeSpan ToSign => Stopwatch.GetElapsedTime(Start, _sign);

    /// <summary>To the first chunk of the answer's stream.</summary>
    public TimeSpan ToChunk => Stopwatch.GetElapsedTime(Start, _chunk);

    /// <summary>To the whole answer with its citations.</summary>
    public TimeSpan ToAnswer => Stopwatch.GetElapsedTime(Start, _answer);

    public void SignAt(long time) => Interlocked.CompareExchange(ref _sign, time, 0);

    public void ChunkAt(long time) => Interlocked.CompareExchange(ref _chunk, time, 0);

    public void AnswerAt(long time)
    {
        Interlocked.CompareExchange(ref _answer, time, 0);
        _answered.TrySetResult();
    }
}
