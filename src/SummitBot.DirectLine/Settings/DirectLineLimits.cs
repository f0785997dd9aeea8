using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Hosting;

namespace SummitBot.DirectLine.Settings;

/// <summary>How much visitors may ask of the host: each by itself, those of one address together, and all together.</summary>
public sealed class DirectLineLimits : IDisposable
{
    /// <summary>What one address may have kept, with the answers to it: more than a thousand questions.</summary>
    public const int AddressCharactersPerHour = 20_000_000;

    /// <summary>An answer as it is kept, once for its clients and once as a turn.</summary>
    private const int AnswerCharacters = 16_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<(string Address, string Visitor)> _activities;
    private readonly PartitionedRateLimiter<string> _tokens;
    private readonly PartitionedRateLimiter<string> _sockets;
    private readonly PartitionedRateLimiter<string> _storage;

    public DirectLineLimits(IOptions<DirectLineOptions> options)
    {
        DirectLineOptions limits = options.Value;
        _activities = PartitionedRateLimiter.CreateChained(
            CreateLimiter<(string Address, string Visitor)>(caller => caller.Visitor, limits.VisitorPerMinute, Minute),
            CreateLimiter<(string Address, string Visitor)>(caller => caller.Address, limits.AddressPerMinute, Minute),
            CreateLimiter<(string Address, string Visitor)>(_ => "", limits.TotalPerMinute, Minute)
        );
        _storage = PartitionedRateLimiter.Create<string, string>(address =>
            RateLimitPartition.GetTokenBucketLimiter(
                address,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = AddressCharactersPerHour,
                    TokensPerPeriod = AddressCharactersPerHour / 3_600,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    AutoReplenishment = false,
                }
            )
        );
        _tokens = CreateLimiter<string>(address => address, limits.AddressPerMinute, TimeSpan.FromHours(1));
        _sockets = PartitionedRateLimiter.Create<string, string>(address =>
            RateLimitPartition.GetConcurrencyLimiter(
                address,
                _ => new ConcurrencyLimiterOptions { PermitLimit = limits.AddressSockets }
            )
        );
    }

    /// <summary>Null when the visitor may send an activity, else how long to wait.</summary>
    public TimeSpan? WaitForActivity(HttpContext context, string visitor)
    {
        using RateLimitLease lease = _activities.AttemptAcquire((NetworkAddress.From(context), visitor));
        return RateLimits.ReadWait(lease);
    }

    /// <summary>Null when so much may be kept for the address, else how long to wait.</summary>
    /// <param name="isAnswered">The bot will say something to it, which is kept too.</param>
    public TimeSpan? WaitForStorage(string address, int characters, bool isAnswered)
    {
        int cost = characters + (isAnswered ? AnswerCharacters : 0);
        using RateLimitLease lease = _storage.AttemptAcquire(address, Math.Min(cost, AddressCharactersPerHour));
        return RateLimits.ReadWait(lease);
    }

    /// <summary>Null when the address may have a token for a new conversation, else how long to wait.</summary>
    public TimeSpan? WaitForToken(HttpContext context)
    {
        using RateLimitLease lease = _tokens.AttemptAcquire(NetworkAddress.From(context));
        return RateLimits.ReadWait(lease);
    }

    /// <summary>A place for one more socket of the address, given back when it is disposed; see whether it was acquired.</summary>
    public RateLimitLease AcquireSocket(HttpContext context) => _sockets.AttemptAcquire(NetworkAddress.From(context));

    public void Dispose()
    {
        _sockets.Dispose();
        _storage.Dispose();
        _activities.Dispose();
        _tokens.Dispose();
    }

    private static PartitionedRateLimiter<T> CreateLimiter<T>(
        Func<T, string> partition,
        int permits,
        TimeSpan window
    ) =>
        PartitionedRateLimiter.Create<T, string>(caller =>
            RateLimitPartition.GetTokenBucketLimiter(partition(caller), _ => RateLimits.CreateBucket(permits, window))
        );
}
