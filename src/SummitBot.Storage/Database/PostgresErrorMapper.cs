using System.Net.Sockets;
using Npgsql;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>Tells from the client's exceptions what is wrong with the server, and says how to mend it.</summary>
internal static class PostgresErrorMapper
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

    public static StorageUnavailableException Map(Exception cause, string name) =>
        Describe(Classify(cause), name, cause);

    public static StorageUnavailableException Describe(StorageError error, string name, Exception? cause = null)
    {
        string message = error switch
        {
            StorageError.BadPath =>
                $"The database {name} does not exist: make it with CREATE DATABASE, or correct SummitBot:Storage:ConnectionString.",
            StorageError.ReadOnly =>
                $"The database {name} refuses the user of SummitBot:Storage:ConnectionString: correct the user and password, and let the user own the database ({cause?.Message}).",
            StorageError.DiskFull => $"The disk of the database {name} is full: free some space there.",
            StorageError.LaterVersion =>
                $"The database {name} was written by a later version of this program: run that version, or name another database with SummitBot:Storage:ConnectionString.",
            StorageError.Busy =>
                $"The server of the database {name} has no connection left: raise its max_connections, or lower 'Maximum Pool Size' in SummitBot:Storage:ConnectionString.",
            _ =>
                $"The database {name} cannot be reached ({cause?.Message}): start PostgreSQL, or correct SummitBot:Storage:ConnectionString.",
        };
        return new StorageUnavailableException(error, message, cause);
    }

    /// <summary>The text of the cause is left out: it may hold the password.</summary>
    public static StorageUnavailableException DescribeSettings(Exception cause) =>
        new(
            StorageError.BadPath,
            "SummitBot:Storage:ConnectionString cannot be read: write it like Host=localhost;Database=summitbot;Username=summitbot;Password=...",
            cause
        );

    private static StorageError Classify(Exception cause) =>
        (cause as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => StorageError.BadPath,
            PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification
            or PostgresErrorCodes.InsufficientPrivilege
            or PostgresErrorCodes.ReadOnlySqlTransaction => StorageError.ReadOnly,
            PostgresErrorCodes.DiskFull => StorageError.DiskFull,
            PostgresErrorCodes.TooManyConnections => StorageError.Busy,
            _ => StorageError.Unreadable,
        };
}
