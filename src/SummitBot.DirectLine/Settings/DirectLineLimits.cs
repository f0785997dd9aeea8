using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Hosting;
using SummitBot.Hosting.Hosts;

namespace SummitBot.DirectLine.Settings;

/// <summary>How much visitors may ask of the host: each by itself, those of one address together, and all together.</summary>
public sealed class DirectLineLimits : IDisposable
{
    /// <summary>What one address may have kept, with the answers to it: more than a thousand questions.</summary>
    public const int AddressCharactersPerHour = 20_000_000;

    /// <summary>An answer as it is kept, once for its clients and once as a turn.</summary>
    private const int AnswerCharacters = 16_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<(string Address, string Visitor)> _activities;
    private readonly PartitionedRateLimiter<string> _tokens;
    private readonly PartitionedRateLimiter<string> _sockets;
    private readonly PartitionedRateLimiter<string> _storage;

    private readonly DirectLineOptions _options;
    private readonly ISharedLimits _shared;

    public DirectLineLimits(IOptions<DirectLineOptions> options, ISharedLimits shared)
    {
        _shared = shared;
        DirectLineOptions limits = _options = options.Value;
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
        _tokens = CreateLimiter<string>(address => address, limits.AddressPerMinute, Hour);
        _sockets = PartitionedRateLimiter.Create<string, string>(address =>
            RateLimitPartition.GetConcurrencyLimiter(
                address,
                _ => new ConcurrencyLimiterOptions { PermitLimit = limits.AddressSockets }
            )
        );
    }

    /// <summary>Null when the visitor may send an activity, else how long to wait.</summary>
    public async Task<TimeSpan?> WaitForActivityAsync(HttpContext context, string visitor)
    {
        string address = NetworkAddress.From(context);
        using RateLimitLease lease = _activities.AttemptAcquire((address, visitor));
        return await WaitAsync(
            lease,
            [
                new SharedLimit($"visitor {visitor}", _options.VisitorPerMinute, Minute),
                new SharedLimit($"address {address}", _options.AddressPerMinute, Minute),
                new SharedLimit("total", _options.TotalPerMinute, Minute),
            ],
            context.RequestAborted
        );
    }

    /// <summary>Null when so much may be kept for the address, else how long to wait.</summary>
    /// <param name="isAnswered">The bot will say something to it, which is kept too.</param>
    public async Task<TimeSpan?> WaitForStorageAsync(
        string address,
        int characters,
        bool isAnswered,
        CancellationToken cancellationToken
    )
    {
        int cost = Math.Min(characters + (isAnswered ? AnswerCharacters : 0), AddressCharactersPerHour);
        using RateLimitLease lease = _storage.AttemptAcquire(address, cost);
        return await WaitAsync(
            lease,
            [new SharedLimit($"storage {address}", AddressCharactersPerHour, Hour, cost)],
            cancellationToken
        );
    }

    /// <summary>Null when the address may have a token for a new conversation, else how long to wait.</summary>
    public async Task<TimeSpan?> WaitForTokenAsync(HttpContext context)
    {
        string address = NetworkAddress.From(context);
        using RateLimitLease lease = _tokens.AttemptAcquire(address);
        return await WaitAsync(
            lease,
            [new SharedLimit($"tokens {address}", _options.AddressPerMinute, Hour)],
            context.RequestAborted
        );
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

    /// <summary>What this host by itself refuses costs the other hosts nothing.</summary>
    private async Task<TimeSpan?> WaitAsync(
        RateLimitLease own,
        IReadOnlyList<SharedLimit> shared,
        CancellationToken cancellationToken
    ) => RateLimits.ReadWait(own) ?? await _shared.TryTakeAsync(shared, cancellationToken);

    private static PartitionedRateLimiter<T> CreateLimiter<T>(
        Func<T, string> partition,
        int permits,
        TimeSpan window
    ) =>
        PartitionedRateLimiter.Create<T, string>(caller =>
            RateLimitPartition.GetTokenBucketLimiter(partition(caller), _ => RateLimits.CreateBucket(permits, window))
        );
}
