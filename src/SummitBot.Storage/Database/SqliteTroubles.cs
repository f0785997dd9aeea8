using Microsoft.Data.Sqlite;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>Tells from the engine's exceptions what is wrong, and says how to mend it.</summary>
internal static class SqliteTroubles
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

    public static StorageUnavailableException From(Exception cause, string path) =>
        Describe(TroubleOf(cause, path), path, cause);

    public static StorageUnavailableException Describe(StorageTrouble trouble, string path, Exception? cause = null)
    {
        string message = trouble switch
        {
            StorageTrouble.BadPath =>
                $"{path} cannot be a database, for it is a folder or stands in none: name a file with SummitBot:Storage:Path.",
            StorageTrouble.ReadOnly =>
                $"The database {path} cannot be written: allow writing to the file and its folder, or name another file with SummitBot:Storage:Path.",
            StorageTrouble.DiskFull =>
                $"The disk is full, so nothing more is kept in the database {path}: free some space there.",
            StorageTrouble.Damaged =>
                $"The database {path} is damaged: stop the program, move the file away together with {Path.GetFileName(path)}-wal and -shm, and start again with a new one; `sqlite3 DAMAGED .recover` may save what it held.",
            StorageTrouble.Foreign =>
                $"{path} is a database of another program: name another file with SummitBot:Storage:Path.",
            StorageTrouble.LaterVersion =>
                $"The database {path} was written by a later version of this program: run that version, or name another file with SummitBot:Storage:Path.",
            StorageTrouble.Busy =>
                $"Another process has been writing to the database {path} for too long: stop it, or raise SummitBot:Storage:BusySeconds.",
            _ => $"The database {path} cannot be used ({cause?.Message}): check the file, its folder and its disk.",
        };
        return new StorageUnavailableException(trouble, message, cause);
    }

    private static StorageTrouble TroubleOf(Exception cause, string path) =>
        cause switch
        {
            SqliteException { SqliteExtendedErrorCode: NoRoomForSharedMemory } => StorageTrouble.DiskFull,
            SqliteException { SqliteErrorCode: Full } => StorageTrouble.DiskFull,
            SqliteException { SqliteErrorCode: Corrupt or NoDatabase } => StorageTrouble.Damaged,
            SqliteException { SqliteErrorCode: Busy or Locked } => StorageTrouble.Busy,
            SqliteException { SqliteErrorCode: ReadOnly or NoPermission } => StorageTrouble.ReadOnly,
            SqliteException { SqliteErrorCode: CannotOpen } => WhyNotOpened(path),
            UnauthorizedAccessException => Directory.Exists(path) ? StorageTrouble.BadPath : StorageTrouble.ReadOnly,
            IOException { HResult: NoSpace } => StorageTrouble.DiskFull,
            IOException { HResult: ReadOnlyFileSystem } => StorageTrouble.ReadOnly,
            IOException => WhyNotOpened(path),
            _ => StorageTrouble.Unreadable,
        };

    private static StorageTrouble WhyNotOpened(string path) =>
        Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path))
            ? StorageTrouble.BadPath
            : StorageTrouble.ReadOnly;
}
