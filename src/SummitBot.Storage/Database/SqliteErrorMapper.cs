using Microsoft.Data.Sqlite;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>Tells from the engine's exceptions what is wrong, and says how to mend it.</summary>
internal static class SqliteErrorMapper
{
    // Result codes of SQLite, https://www.sqlite.org/rescode.html
    private const int NoPermission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    public const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    public const int NoDatabase = 26;
    private const int NoRoomForSharedMemory = 4874;

    // Error numbers of Unix, as IOException.HResult has them.
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;

    public static StorageUnavailableException Map(Exception cause, string path) =>
        Describe(Classify(cause, path), path, cause);

    public static StorageUnavailableException Describe(StorageError error, string path, Exception? cause = null)
    {
        string message = error switch
        {
            StorageError.BadPath =>
                $"{path} cannot be a database, for it is a folder or stands in none: name a file with SummitBot:Storage:Path.",
            StorageError.ReadOnly =>
                $"The database {path} cannot be written: allow writing to the file and its folder, or name another file with SummitBot:Storage:Path.",
            StorageError.DiskFull =>
                $"The disk is full, so nothing more is kept in the database {path}: free some space there.",
            StorageError.Damaged =>
                $"The database {path} is damaged: stop the program, move the file away together with {Path.GetFileName(path)}-wal and -shm, and start again with a new one; `sqlite3 DAMAGED .recover` may save what it held.",
            StorageError.Foreign =>
                $"{path} is a database of another program: name another file with SummitBot:Storage:Path.",
            StorageError.LaterVersion =>
                $"The database {path} was written by a later version of this program: run that version, or name another file with SummitBot:Storage:Path.",
            StorageError.Busy =>
                $"Another process has been writing to the database {path} for too long: stop it, or raise SummitBot:Storage:BusySeconds.",
            _ => $"The database {path} cannot be used ({cause?.Message}): check the file, its folder and its disk.",
        };
        return new StorageUnavailableException(error, message, cause);
    }

    private static StorageError Classify(Exception cause, string path) =>
        cause switch
        {
            SqliteException { SqliteExtendedErrorCode: NoRoomForSharedMemory } => StorageError.DiskFull,
            SqliteException { SqliteErrorCode: Full } => StorageError.DiskFull,
            SqliteException { SqliteErrorCode: Corrupt or NoDatabase } => StorageError.Damaged,
            SqliteException { SqliteErrorCode: Busy or Locked } => StorageError.Busy,
            SqliteException { SqliteErrorCode: ReadOnly or NoPermission } => StorageError.ReadOnly,
            SqliteException { SqliteErrorCode: CannotOpen } => ExplainUnopened(path),
            UnauthorizedAccessException => Directory.Exists(path) ? StorageError.BadPath : StorageError.ReadOnly,
            IOException { HResult: NoSpace } => StorageError.DiskFull,
            IOException { HResult: ReadOnlyFileSystem } => StorageError.ReadOnly,
            IOException => ExplainUnopened(path),
            _ => StorageError.Unreadable,
        };

    private static StorageError ExplainUnopened(string path) =>
        Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path))
            ? StorageError.BadPath
            : StorageError.ReadOnly;
}
