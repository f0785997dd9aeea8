using System.Collections.Concurrent;
using SummitBot.Core.Corpus;

namespace SummitBot.Web.Corpus;

/// <summary>When this host looked at each fetched source, and what came of it.</summary>
public sealed class SourceLog(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SourceState> _states = new(StringComparer.Ordinal);

    /// <summary>Null for a source that this host has not looked at yet.</summary>
    public SourceState? Find(string name) => _states.GetValueOrDefault(name);

    /// <param name="report">Null when the look ended with an unexpected error.</param>
    public void Add(Source source, FetchReport? report)
    {
        ArgumentNullException.ThrowIfNull(source);
        DateTimeOffset now = time.GetUtcNow();
        FetchedItem? failed = report?.Items.FirstOrDefault(i => i.Outcome == FetchOutcome.Failed);
        bool isSuccess =
            report is not null && (failed is null || report.Items.Any(i => i.Outcome != FetchOutcome.Failed));
        _states[source.Name] = new SourceState(
            isSuccess,
            isSuccess ? now : Find(source.Name)?.SucceededAt,
            now.AddSeconds(source.Options.EverySeconds),
            report is null ? "The host's log has the cause."
                : failed is null ? null
                : $"{failed.Address}: {failed.Reason}"
        );
    }
}

/// <summary>The last look at a source.</summary>
/// <param name="IsSuccess">At least one of its addresses could be had, or it has none.</param>
/// <param name="SucceededAt">The last such look; null when this host had none.</param>
/// <param name="NextAt">The next look.</param>
/// <param name="Error">The first address that failed, with its reason; null when none did.</param>
public sealed record SourceState(bool IsSuccess, DateTimeOffset? SucceededAt, DateTimeOffset NextAt, string? Error);
