using System.Threading.RateLimiting;

namespace SummitBot.Bot.Hosting;

/// <summary>What the rate limits for callers have in common.</summary>
public static class RateLimits
{
    /// <summary>A token bucket with this many permits, refilled one by one over the window.</summary>
    public static TokenBucketRateLimiterOptions CreateBucket(int permits, TimeSpan window) =>
        new()
        {
            TokenLimit = permits,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = window / permits,
            AutoReplenishment = false,
        };

    /// <summary>Null when the lease was acquired, otherwise how long to wait.</summary>
    public static TimeSpan? ReadWait(RateLimitLease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait
            : TimeSpan.FromSeconds(1);
    }
}
