using Lucene.Net.Index;
using Lucene.Net.Store;
using SummitBot.Core.Corpus;

namespace SummitBot.Indexing.Storage;

/// <summary>Tells from the engine's exceptions what is wrong, and says how to mend it.</summary>
internal static class IndexTroubles
{
    // Error numbers as IOException.HResult has them: Unix errno values as they are, Windows ones as HRESULTs.
    private const int NoPermission = 1;
    private const int NoAccess = 13;
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaExceeded = 122;
    private const int QuotaExceededOnMac = 69;
    private const int WindowsWriteProtected = unchecked((int)0x80070013);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);

    /// <summary>COR_E_IO: not the file system said it but the engine, on reading something that makes no sense.</summary>
    private const int OfNoSystem = unchecked((int)0x80131620);

    /// <summary>True when the file is held open by somebody who does not share it.</summary>
    public static bool IsSharingViolation(IOException e) =>
        e.HResult is WouldBlock or WouldBlockOnMac or WindowsSharingViolation;

    /// <summary>
    /// What nobody foresaw is damage only when it happened where bytes of the index are decoded; else it is a fault of ours
    /// and not hidden behind a sentence.
    /// </summary>
    public static Exception WhileReading(Exception cause, IndexFolder folder)
    {
        if (File.Exists(folder.FullPath))
        {
            return IsNoFolder(folder, cause);
        }

        if (Causes(cause).Select(OfReading).FirstOrDefault(t => t is not null) is not { } trouble)
        {
            return DecodingFrames.HasThrown(cause) ? Describe(IndexTrouble.Corrupt, folder, cause) : cause;
        }

        return Describe(
            trouble is IndexTrouble.Missing && folder.LostItsCommit ? IndexTrouble.Corrupt : trouble,
            folder,
            cause
        );
    }

    /// <summary>A file stands where the folder of the index should be.</summary>
    public static IndexUnavailableException IsNoFolder(IndexFolder folder, Exception? cause = null) =>
        new(
            IndexTrouble.Unreadable,
            $"{folder.FullPath} is a file: set SummitBot:Index:Path or --index to a folder.",
            cause
        );

    /// <summary>The folder of the index cannot be made.</summary>
    public static IndexUnavailableException CannotBeMade(IndexFolder folder, Exception cause) =>
        new(
            IndexTrouble.ReadOnly,
            $"The folder {folder.FullPath} cannot be made: set SummitBot:Index:Path or --index to one that may be written.",
            cause
        );

    /// <summary>An exception that tells of no trouble with files is a fault of ours: it is not hidden behind a sentence.</summary>
    public static Exception WhileWriting(Exception cause, IndexFolder folder) =>
        Causes(cause).Select(OfWriting).FirstOrDefault(t => t is not null) is { } trouble
            ? Describe(trouble, folder, cause)
            : cause;

    public static IndexUnavailableException Describe(IndexTrouble trouble, IndexFolder folder, Exception? cause = null)
    {
        string path = folder.FullPath;
        string message = trouble switch
        {
            IndexTrouble.Missing => $"There is no index in {path}: run `summitbot index` to build it.",
            IndexTrouble.Locked =>
                $"Another process is writing the index in {path}: wait until it is done, or stop it, and try again.",
            IndexTrouble.Corrupt =>
                $"The index in {path} is damaged: run `summitbot index --rebuild` to build it anew.",
            IndexTrouble.OtherLayout =>
                $"The index in {path} was written by another version of this program: run `summitbot index` to build it anew.",
            IndexTrouble.ReadOnly =>
                $"The index in {path} cannot be written: allow writing in this folder, or name another one with SummitBot:Index:Path or --index.",
            IndexTrouble.DiskFull =>
                $"The disk is full, so the index in {path} was not changed: free some space there and try again.",
            _ => $"The index in {path} cannot be opened ({cause?.Message}): check the folder and its permissions.",
        };
        return new IndexUnavailableException(trouble, message, cause);
    }

    private static IndexTrouble? OfReading(Exception e) =>
        e switch
        {
            IndexNotFoundException or DirectoryNotFoundException => IndexTrouble.Missing,
            IndexFormatTooNewException or IndexFormatTooOldException => IndexTrouble.OtherLayout,
            CorruptIndexException or EndOfStreamException or FileNotFoundException or InvalidDataException =>
                IndexTrouble.Corrupt,
            IOException { HResult: OfNoSystem } => IndexTrouble.Corrupt,
            UnauthorizedAccessException or IOException => IndexTrouble.Unreadable,
            _ => null,
        };

    private static IndexTrouble? OfWriting(Exception e) =>
        e switch
        {
            UnauthorizedAccessException => IndexTrouble.ReadOnly,
            IOException { HResult: NoSpace or QuotaExceeded or QuotaExceededOnMac } => IndexTrouble.DiskFull,
            IOException { HResult: WindowsDiskFull or WindowsHandleDiskFull } => IndexTrouble.DiskFull,
            IOException { HResult: NoPermission or NoAccess or ReadOnlyFileSystem or WindowsWriteProtected } =>
                IndexTrouble.ReadOnly,
            LockObtainFailedException => IndexTrouble.Locked,
            IOException { HResult: WouldBlock or WouldBlockOnMac or WindowsSharingViolation } => IndexTrouble.Locked,
            IndexFormatTooNewException or IndexFormatTooOldException => IndexTrouble.OtherLayout,
            CorruptIndexException or EndOfStreamException or FileNotFoundException => IndexTrouble.Corrupt,
            IOException => IndexTrouble.Unreadable,
            _ => null,
        };

    /// <summary>The innermost first: the engine wraps what the file system said.</summary>
    private static IEnumerable<Exception> Causes(Exception e)
    {
        var causes = new List<Exception>();
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            causes.Add(cause);
        }

        return Enumerable.Reverse(causes);
    }
}
