using System.Net.Sockets;
using Npgsql;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>Tells from the client's exceptions what is wrong with the server, and says how to mend it.</summary>
internal static class PostgresTroubles
{
    /// <summary>True when the same may succeed in a moment: the server restarts, or two transactions met.</summary>
    public static bool IsPassing(Exception e) =>
        e is PostgresException refused
            ? refused.IsTransient
                || refused.SqlState
                    is PostgresErrorCodes.AdminShutdown
                        or PostgresErrorCodes.CrashShutdown
                        or PostgresErrorCodes.CannotConnectNow
                        or PostgresErrorCodes.TooManyConnections
                        or PostgresErrorCodes.SerializationFailure
                        or PostgresErrorCodes.DeadlockDetected
            : e is NpgsqlException or SocketException or IOException or TimeoutException;

    public static StorageUnavailableException From(Exception cause, string name) =>
        Describe(ReadTrouble(cause), name, cause);

    public static StorageUnavailableException Describe(StorageTrouble trouble, string name, Exception? cause = null)
    {
        string message = trouble switch
        {
            StorageTrouble.BadPath =>
                $"The database {name} does not exist: make it with CREATE DATABASE, or correct SummitBot:Storage:ConnectionString.",
            StorageTrouble.ReadOnly =>
                $"The database {name} refuses the user of SummitBot:Storage:ConnectionString: correct the user and password, and let the user own the database ({cause?.Message}).",
            StorageTrouble.DiskFull => $"The disk of the database {name} is full: free some space there.",
            StorageTrouble.LaterVersion =>
                $"The database {name} was written by a later version of this program: run that version, or name another database with SummitBot:Storage:ConnectionString.",
            StorageTrouble.Busy =>
                $"The server of the database {name} has no connection left: raise its max_connections, or lower 'Maximum Pool Size' in SummitBot:Storage:ConnectionString.",
            _ =>
                $"The database {name} cannot be reached ({cause?.Message}): start PostgreSQL, or correct SummitBot:Storage:ConnectionString.",
        };
        return new StorageUnavailableException(trouble, message, cause);
    }

    /// <summary>The text of the cause is left out: it may hold the password.</summary>
    public static StorageUnavailableException DescribeSettings(Exception cause) =>
        new(
            StorageTrouble.BadPath,
            "SummitBot:Storage:ConnectionString cannot be read: write it like Host=localhost;Database=summitbot;Username=summitbot;Password=...",
            cause
        );

    private static StorageTrouble ReadTrouble(Exception cause) =>
        (cause as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => StorageTrouble.BadPath,
            PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification
            or PostgresErrorCodes.InsufficientPrivilege
            or PostgresErrorCodes.ReadOnlySqlTransaction => StorageTrouble.ReadOnly,
            PostgresErrorCodes.DiskFull => StorageTrouble.DiskFull,
            PostgresErrorCodes.TooManyConnections => StorageTrouble.Busy,
            _ => StorageTrouble.Unreadable,
        };
}
