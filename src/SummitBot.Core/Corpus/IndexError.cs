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
