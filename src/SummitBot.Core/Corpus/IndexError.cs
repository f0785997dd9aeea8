namespace SummitBot.Core.Corpus;

public enum IndexError
{
    /// <summary>No index has been committed here.</summary>
    Missing,

    /// <summary>Another process is writing.</summary>
    Locked,

    /// <summary>Files are damaged.</summary>
    Corrupt,

    /// <summary>Written by another version of the layout.</summary>
    OtherLayout,

    /// <summary>The folder is not writable.</summary>
    ReadOnly,

    /// <summary>The disk is full; the previous commit is still readable.</summary>
    DiskFull,

    /// <summary>Any other error of the file system.</summary>
    Unreadable,
}

/// <summary>
/// The index cannot be opened, written or committed: missing, damaged, locked by another process, read-only, disk full.
/// The message is a sentence for the operator that says how to fix it; it may be shown on a terminal, not to visitors.
/// </summary>
public sealed class IndexUnavailableException : Exception
{
    public IndexUnavailableException(IndexError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    public IndexError Error { get; }
}
