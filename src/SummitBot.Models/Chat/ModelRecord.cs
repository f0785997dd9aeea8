using System.Collections.Concurrent;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>How each model's last call went, kept in memory. Thread-safe.</summary>
internal sealed class ModelRecord(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Entry> _last = new(StringComparer.Ordinal);

    public void NoteAnswer(ModelChoice model) => _last[model.ToString()] = new Entry(time.GetUtcNow(), null);

    public void NoteError(ModelChoice model, ModelError error) =>
        _last[model.ToString()] = new Entry(time.GetUtcNow(), error);

    /// <summary>Null before the first call.</summary>
    public Entry? GetLast(ModelChoice model) => _last.GetValueOrDefault(model.ToString());

    /// <param name="At">When, UTC.</param>
    /// <param name="Error">Null when a whole draft came.</param>
    internal sealed record Entry(DateTimeOffset At, ModelError? Error);
}
