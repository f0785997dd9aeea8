using Microsoft.Extensions.Logging;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>
/// Keeps callers from waiting for a failing database: after an error it is not used for a while, and memory takes its
/// place. Reads and writes fail separately, because a full or busy disk can still be read. The start and the end of a
/// failure are logged once.
/// </summary>
internal sealed partial class StorageHealth(TimeProvider time, ILogger<StorageHealth> logger)
{
    /// <summary>The pause before the database is tried again.</summary>
    public static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly CircuitState _reading = new();
    private readonly CircuitState _writing = new();
    private string? _logged;

    /// <summary>The result from the database, or from memory while the database cannot be read.</summary>
    public Task<T> ReadAsync<T>(Func<Task<T>> database, Func<T> memory) => TryAsync(_reading, database, memory);

    /// <summary>Like <see cref="ReadAsync"/>, for writes.</summary>
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
        Message = "Conversations are held in memory only, and lost when the program ends: {Error}"
    )]
    private static partial void LogError(ILogger logger, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Conversations are kept in the database again")]
    private static partial void LogRecovered(ILogger logger);

    private sealed class CircuitState
    {
        /// <summary>Null while there is no error.</summary>
        public DateTimeOffset? RetryAt { get; set; }
    }
}
