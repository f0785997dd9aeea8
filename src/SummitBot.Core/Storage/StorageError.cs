namespace SummitBot.Core.Storage;

public enum StorageError
{
    /// <summary>The path names a folder, or its folder cannot be made.</summary>
    BadPath,

    /// <summary>The file or its folder may not be written.</summary>
    ReadOnly,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>The file is damaged, or no database at all.</summary>
    Damaged,

    /// <summary>A database, but not one of ours.</summary>
    Foreign,

    /// <summary>Written by a later version of the program.</summary>
    LaterVersion,

    /// <summary>Another process has been writing for longer than we wait.</summary>
    Busy,

    /// <summary>Any other trouble of the engine or the file system.</summary>
    Unreadable,
}
