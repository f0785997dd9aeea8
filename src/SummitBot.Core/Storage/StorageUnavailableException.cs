namespace SummitBot.Core.Storage;

/// <summary>
/// The database cannot be opened, read or written. The message is a sentence for the operator that says how to mend it; it
/// may be shown on a terminal and logged, not shown to visitors.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException(StorageError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    public StorageError Error { get; }
}
