using SummitBot.Answering.Reading;

namespace SummitBot.Tests.Answering.Reading;

/// <summary>A reading model that does what a test says: it finds that no sentence answers, waits, or fails.</summary>
internal sealed class FakeReadingModel : IReadingModel
{
    /// <summary>What <see cref="Load"/> throws; null to load.</summary>
    public string? Damage { get; init; }

    /// <summary>Reading goes on only when it is cancelled.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Set once something is being read.</summary>
    public TaskCompletionSource Reading { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Loads { get; private set; }

    public int Reads { get; private set; }

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
        Reads++;
        Reading.TrySetResult();
        if (IsStuck)
        {
            cancellationToken.WaitHandle.WaitOne();
            cancellationToken.ThrowIfCancellationRequested();
        }

        float[] tokens = new float[window.Tokens.Count];
        return new WindowReading([9, .. window.Sentences.Select(_ => -9f)], tokens, tokens);
    }
}
