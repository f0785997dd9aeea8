using Lucene.Net.Index;
using Lucene.Net.Store;
using SummitBot.Core.Corpus;

namespace SummitBot.Indexing.Storage;

/// <summary>Tells from the engine's exceptions what is wrong, and says how to mend it.</summary>
internal static class LuceneErrorMapper
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

        if (Causes(cause).Select(MapReadError).FirstOrDefault(t => t is not null) is not { } error)
        {
            return DecodingFrames.HasThrown(cause) ? Describe(IndexError.Corrupt, folder, cause) : cause;
        }

        return Describe(
            error is IndexError.Missing && folder.LostItsCommit ? IndexError.Corrupt : error,
            folder,
            cause
        );
    }

    /// <summary>A file stands where the folder of the index should be.</summary>
    public static IndexUnavailableException IsNoFolder(IndexFolder folder, Exception? cause = null) =>
        new(
            IndexError.Unreadable,
            $"{folder.FullPath} is a file: set SummitBot:Index:Path or --index to a folder.",
            cause
        );

    /// <summary>The folder of the index cannot be made.</summary>
    public static IndexUnavailableException CannotBeMade(IndexFolder folder, Exception cause) =>
        new(
            IndexError.ReadOnly,
            $"The folder {folder.FullPath} cannot be made: set SummitBot:Index:Path or --index to one that may be written.",
            cause
        );

    /// <summary>An exception that tells of no trouble with files is a fault of ours: it is not hidden behind a sentence.</summary>
    public static Exception WhileWriting(Exception cause, IndexFolder folder) =>
        Causes(cause).Select(MapWriteError).FirstOrDefault(t => t is not null) is { } error
            ? Describe(error, folder, cause)
            : cause;

    public static IndexUnavailableException Describe(IndexError error, IndexFolder folder, Exception? cause = null)
    {
        string path = folder.FullPath;
        string message = error switch
        {
            IndexError.Missing => $"There is no index in {path}: run `summitbot index` to build it.",
            IndexError.Locked =>
                $"Another process is writing the index in {path}: wait until it is done, or stop it, and try again.",
            IndexError.Corrupt => $"The index in {path} is damaged: run `summitbot index --rebuild` to build it anew.",
            IndexError.OtherLayout =>
                $"The index in {path} was written by another version of this program: run `summitbot index` to build it anew.",
            IndexError.ReadOnly =>
                $"The index in {path} cannot be written: allow writing in this folder, or name another one with SummitBot:Index:Path or --index.",
            IndexError.DiskFull =>
                $"The disk is full, so the index in {path} was not changed: free some space there and try again.",
            _ => $"The index in {path} cannot be opened ({cause?.Message}): check the folder and its permissions.",
        };
        return new IndexUnavailableException(error, message, cause);
    }

    private static IndexError? MapReadError(Exception e) =>
        e switch
        {
            IndexNotFoundException or DirectoryNotFoundException => IndexError.Missing,
            IndexFormatTooNewException or IndexFormatTooOldException => IndexError.OtherLayout,
            CorruptIndexException or EndOfStreamException or FileNotFoundException or InvalidDataException =>
                IndexError.Corrupt,
            IOException { HResult: OfNoSystem } => IndexError.Corrupt,
            UnauthorizedAccessException or IOException => IndexError.Unreadable,
            _ => null,
        };

    private static IndexError? MapWriteError(Exception e) =>
        e switch
        {
            UnauthorizedAccessException => IndexError.ReadOnly,
            IOException { HResult: NoSpace or QuotaExceeded or QuotaExceededOnMac } => IndexError.DiskFull,
            IOException { HResult: WindowsDiskFull or WindowsHandleDiskFull } => IndexError.DiskFull,
            IOException { HResult: NoPermission or NoAccess or ReadOnlyFileSystem or WindowsWriteProtected } =>
                IndexError.ReadOnly,
            LockObtainFailedException => IndexError.Locked,
            IOException { HResult: WouldBlock or WouldBlockOnMac or WindowsSharingViolation } => IndexError.Locked,
            IndexFormatTooNewException or IndexFormatTooOldException => IndexError.OtherLayout,
            CorruptIndexException or EndOfStreamException or FileNotFoundException => IndexError.Corrupt,
            IOException => IndexError.Unreadable,
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
