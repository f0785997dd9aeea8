using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>The use of models today, in memory: where there is no database, and while it is in trouble. Thread-safe.</summary>
internal sealed class MemoryUsage : IUsageStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, UsageAmount> _sums = new(StringComparer.Ordinal);
    private DateOnly _day;

    public Task<IReadOnlyList<UsageAmount>> AddAsync(
        DateOnly day,
        IReadOnlyList<string> keys,
        UsageAmount amount,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            if (day != _day)
            {
                _day = day;
                _sums.Clear();
            }

            return Task.FromResult<IReadOnlyList<UsageAmount>>([
                .. keys.Select(k => _sums[k] = _sums.GetValueOrDefault(k).Plus(amount)),
            ]);
        }
    }
}
