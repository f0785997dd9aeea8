namespace SummitBot.Core.Corpus;

/// <summary>
/// The index cannot be opened, written or committed: missing, broken, locked by another process, read-only, disk full.
/// The message is a sentence for the operator that says how to mend it; it may be shown on a terminal, not to visitors.
/// </summary>
public sealed class IndexUnavailableException : Exception
{
    public IndexUnavailableException(IndexError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    public IndexError Error { get; }
}
