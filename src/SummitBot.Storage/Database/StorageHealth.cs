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
    private readonly CircuitState _reading = new();
    private readonly CircuitState _writing = new();
    private string? _logged;

    /// <summary>What the database gives, or what memory gives while the database cannot be read.</summary>
    public Task<T> ReadAsync<T>(Func<Task<T>> database, Func<T> memory) => TryAsync(_reading, database, memory);

    /// <summary>As <see cref="ReadAsync"/>, for what writes.</summary>
    public Task<T> WriteAsync<T>(Func<Task<T>> database, Func<T> memory) => TryAsync(_writing, database, memory);

    private async Task<T> TryAsync<T>(CircuitState circuit, Func<Task<T>> database, Func<T> memory)
    {
        if (!MayTry(circuit))
        {
            return memory();
        }

        try
        {
            T result = await database();
            NoteSuccess(circuit);
            return result;
        }
        catch (StorageUnavailableException error)
        {
            NoteError(circuit, error);
            return memory();
        }
    }

    private bool MayTry(CircuitState circuit)
    {
        lock (_lock)
        {
            return circuit.RetryAt is not { } retryAt || time.GetUtcNow() >= retryAt;
        }
    }

    private void NoteSuccess(CircuitState circuit)
    {
        lock (_lock)
        {
            bool wasFailing = circuit.RetryAt is not null;
            circuit.RetryAt = null;
            if (!wasFailing || _reading.RetryAt is not null || _writing.RetryAt is not null)
            {
                return;
            }

            _logged = null;
        }

        LogRecovered(logger);
    }

    private void NoteError(CircuitState circuit, StorageUnavailableException error)
    {
        lock (_lock)
        {
            circuit.RetryAt = time.GetUtcNow() + RetryPause;
            if (_logged == error.Message)
            {
                return;
            }

            _logged = error.Message;
        }

        LogError(logger, error.Message);
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Conversations are held in memory only, and lost at the end of the program: {Trouble}"
    )]
    private static partial void LogError(ILogger logger, string trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Conversations are kept in the database again")]
    private static partial void LogRecovered(ILogger logger);

    private sealed class CircuitState
    {
        /// <summary>Null while all is well.</summary>
        public DateTimeOffset? RetryAt { get; set; }
    }
}
