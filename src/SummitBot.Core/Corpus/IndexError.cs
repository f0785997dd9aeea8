namespace SummitBot.Core.Corpus;

public enum IndexError
{
    /// <summary>No index was ever committed here.</summary>
    Missing,

    /// <summary>Another process is writing.</summary>
    Locked,

    /// <summary>Files are damaged.</summary>
    Corrupt,

    /// <summary>Written by another version of the layout.</summary>
    OtherLayout,

    /// <summary>The folder may not be written.</summary>
    ReadOnly,

    /// <summary>The disk is full; the former commit is still readable.</summary>
    DiskFull,

    /// <summary>Any other trouble of the file system.</summary>
    Unreadable,
}
