using SummitBot.Core.Reading;

namespace SummitBot.Tests.Answering.Reading;

/// <summary>A scripted reading model: it finds that no sentence answers, waits, or fails.</summary>
internal sealed class FakeReadingModel : IReadingModel
{
    private int _reads;

    /// <summary>The exception message of <see cref="Load"/>; null to load.</summary>
    public string? Damage { get; init; }

    /// <summary>True to keep reading until cancelled.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Questions with this many words are answered by every sentence; 0 for none.</summary>
    public int SureOfQuestionsWithWords { get; init; }

    /// <summary>Called while a window is read.</summary>
    public Action Taken { get; init; } = () => { };

    /// <summary>Completed once something is being read.</summary>
    public TaskCompletionSource Reading { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completed once reading is stuck.</summary>
    public TaskCompletionSource Stuck { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Loads { get; private set; }

    public int Reads => _reads;

    public void Load()
    {
        Loads++;
        if (Damage is not null)
        {
            throw new ReaderUnavailableException(Damage);
        }
    }

    public ReaderTokens Tokenize(string text) => new([.. text.Split(' ').Select(w => w.Length)], []);

    public WindowReading Read(ReaderWindow window, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        Taken();
        Reading.TrySetResult();
        if (IsStuck)
        {
            Stuck.TrySetResult();
            cancellationToken.WaitHandle.WaitOne();
            cancellationToken.ThrowIfCancellationRequested();
        }

        float[] tokens = new float[window.Tokens.Count];
        // The question is between the start and the first separator.
        bool isSure = window.TokenTypes.Count(t => t == 0) - 2 == SureOfQuestionsWithWords;
        return new WindowReading(
            [isSure ? -9f : 9f, .. window.Sentences.Select(_ => isSure ? 9f : -9f)],
            tokens,
            tokens
        );
    }
}
