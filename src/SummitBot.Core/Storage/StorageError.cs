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
