using Lucene.Net.Index;
using Lucene.Net.Store;
using SummitBot.Core.Corpus;

namespace SummitBot.Indexing.Storage;

/// <summary>Converts the engine's exceptions to messages that say what is wrong and how to fix it.</summary>
internal static class LuceneErrorMapper
{
    // Error numbers in IOException.HResult: on Unix the errno values, on Windows HRESULTs.
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

    /// <summary>COR_E_IO: thrown by the engine for invalid data, not by the file system.</summary>
    private const int OfNoSystem = unchecked((int)0x80131620);

    /// <summary>True when another process has the file open without sharing it.</summary>
    public static bool IsSharingViolation(IOException e) =>
        e.HResult is WouldBlock or WouldBlockOnMac or WindowsSharingViolation;

    /// <summary>
    /// An unexpected exception counts as index damage only when the index's bytes were being decoded; otherwise it is a
    /// programming error and is rethrown unchanged.
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

    /// <summary>There is a file in place of the index folder.</summary>
    public static IndexUnavailableException IsNoFolder(IndexFolder folder, Exception? cause = null) =>
        new(
            IndexError.Unreadable,
            $"{folder.FullPath} is a file: set SummitBot:Index:Path or --index to a folder.",
            cause
        );

    /// <summary>The index folder cannot be created.</summary>
    public static IndexUnavailableException CannotBeMade(IndexFolder folder, Exception cause) =>
        new(
            IndexError.ReadOnly,
            $"The folder {folder.FullPath} cannot be created: set SummitBot:Index:Path or --index to a writable one.",
            cause
        );

    /// <summary>An exception that is not a file error is a programming error and is rethrown unchanged.</summary>
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
            IndexError.Corrupt => $"The index in {path} is damaged: run `summitbot index --rebuild` to rebuild it.",
            IndexError.OtherLayout =>
                $"The index in {path} was written by another version of this program: run `summitbot index` to rebuild it.",
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

    /// <summary>Innermost first, because the engine wraps the file system's exceptions.</summary>
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
