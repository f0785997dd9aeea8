namespace SummitBot.Core.Storage;

public enum StorageError
{
    /// <summary>The path names a folder, or its folder cannot be created.</summary>
    BadPath,

    /// <summary>The file or its folder is not writable.</summary>
    ReadOnly,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>The file is damaged or not a database.</summary>
    Damaged,

    /// <summary>A database of another program.</summary>
    Foreign,

    /// <summary>Written by a later version of the program.</summary>
    LaterVersion,

    /// <summary>Another process has been writing for longer than the wait limit.</summary>
    Busy,

    /// <summary>Any other error of the engine or the file system.</summary>
    Unreadable,
}

/// <summary>
/// The database cannot be opened, read or written. The message is a sentence for the operator that says how to fix it;
/// it may be shown on a terminal and logged, not shown to visitors.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException(StorageError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    public StorageError Error { get; }
}
