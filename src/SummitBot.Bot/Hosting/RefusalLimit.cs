using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// How many requests of one address are refused one by one before it is told to wait. Callers with a
/// right token are never held up, whatever comes from the same address.
/// </summary>
public sealed class RefusalLimit : IDisposable
{
    public const int PerMinute = 60;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        context =>
            RateLimitPartition.GetTokenBucketLimiter(
                NetworkAddress.From(context),
                _ => RateLimits.CreateBucket(PerMinute, TimeSpan.FromMinutes(1))
            )
    );

    /// <summary>Counts a refusal.</summary>
    /// <returns>Null while the address is within its limit, otherwise how long it should wait.</returns>
    public TimeSpan? Count(HttpContext context)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(context);
        return RateLimits.ReadWait(lease);
    }

    public void Dispose() => _limiter.Dispose();
}
