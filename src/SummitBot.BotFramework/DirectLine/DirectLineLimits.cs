using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SummitBot.BotFramework.DirectLine;

/// <summary>How much visitors may ask of the host: each by itself, those of one address together, and all together.</summary>
internal sealed class DirectLineLimits : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<(string Address, string Visitor)> _activities;
    private readonly PartitionedRateLimiter<string> _tokens;

    public DirectLineLimits(IOptions<DirectLineOptions> options)
    {
        DirectLineOptions limits = options.Value;
        _activities = PartitionedRateLimiter.CreateChained(
            LimiterOf<(string Address, string Visitor)>(caller => caller.Visitor, limits.VisitorPerMinute, Minute),
            LimiterOf<(string Address, string Visitor)>(caller => caller.Address, limits.AddressPerMinute, Minute),
            LimiterOf<(string Address, string Visitor)>(_ => "", limits.TotalPerMinute, Minute)
        );
        _tokens = LimiterOf<string>(address => address, limits.AddressPerMinute, TimeSpan.FromHours(1));
    }

    /// <summary>Null when the visitor may send an activity, else how long to wait.</summary>
    public TimeSpan? WaitForActivity(HttpContext context, string visitor)
    {
        using RateLimitLease lease = _activities.AttemptAcquire((AddressOf(context), visitor));
        return WaitOf(lease);
    }

    /// <summary>Null when the address may have a token for a new conversation, else how long to wait.</summary>
    public TimeSpan? WaitForToken(HttpContext context)
    {
        using RateLimitLease lease = _tokens.AttemptAcquire(AddressOf(context));
        return WaitOf(lease);
    }

    public void Dispose()
    {
        _activities.Dispose();
        _tokens.Dispose();
    }

    private static PartitionedRateLimiter<T> LimiterOf<T>(Func<T, string> partition, int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<T, string>(caller =>
            RateLimitPartition.GetTokenBucketLimiter(
                partition(caller),
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = permits,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = window / permits,
                    AutoReplenishment = false,
                }
            )
        );

    private static TimeSpan? WaitOf(RateLimitLease lease) =>
        lease.IsAcquired ? null
        : lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait
        : TimeSpan.FromSeconds(1);

    /// <summary>One visitor has a whole network of addresses of the sixth version.</summary>
    private static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "";
        }

        byte[] bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        const int Network = 8;
        return Convert.ToHexString(bytes.Length > Network ? bytes[..Network] : bytes);
    }
}
