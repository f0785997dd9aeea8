using Microsoft.Extensions.Logging;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>
/// Keeps callers from waiting for a database in trouble: after a failure it is left alone for a while, and what would have
/// gone there goes to memory. Reading and writing fail apart, for a full or busy disk can still be read. The log says once
/// when trouble begins and once when it ends.
/// </summary>
internal sealed partial class StorageHealth(TimeProvider time, ILogger<StorageHealth> logger)
{
    /// <summary>The pause before the database is tried again.</summary>
    public static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Way _reading = new();
    private readonly Way _writing = new();
    private string? _logged;

    /// <summary>What the database gives, or what memory gives while the database cannot be read.</summary>
    public Task<T> ReadAsync<T>(Func<Task<T>> database, Func<T> memory) => TryAsync(_reading, database, memory);

    /// <summary>As <see cref="ReadAsync"/>, for what writes.</summary>
    public Task<T> WriteAsync<T>(Func<Task<T>> database, Func<T> memory) => TryAsync(_writing, database, memory);

    private async Task<T> TryAsync<T>(Way way, Func<Task<T>> database, Func<T> memory)
    {
        if (!MayTry(way))
        {
            return memory();
        }

        try
        {
            T result = await database();
            NoteSuccess(way);
            return result;
        }
        catch (StorageUnavailableException trouble)
        {
            NoteTrouble(way, trouble);
            return memory();
        }
    }

    private bool MayTry(Way way)
    {
        lock (_lock)
        {
            return way.RetryAt is not { } retryAt || time.GetUtcNow() >= retryAt;
        }
    }

    private void NoteSuccess(Way way)
    {
        lock (_lock)
        {
            bool wasInTrouble = way.RetryAt is not null;
            way.RetryAt = null;
            if (!wasInTrouble || _reading.RetryAt is not null || _writing.RetryAt is not null)
            {
                return;
            }

            _logged = null;
        }

        LogRecovered(logger);
    }

    private void NoteTrouble(Way way, StorageUnavailableException trouble)
    {
        lock (_lock)
        {
            way.RetryAt = time.GetUtcNow() + RetryPause;
            if (_logged == trouble.Message)
            {
                return;
            }

            _logged = trouble.Message;
        }

        LogTrouble(logger, trouble.Message);
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Conversations are held in memory only, and lost at the end of the program: {Trouble}"
    )]
    private static partial void LogTrouble(ILogger logger, string trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Conversations are kept in the database again")]
    private static partial void LogRecovered(ILogger logger);

    private sealed class Way
    {
        /// <summary>Null while all is well.</summary>
        public DateTimeOffset? RetryAt { get; set; }
    }
}
