using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Hosting;
using SummitBot.Web.Corpus;

namespace SummitBot.Web.Hosting;

/// <summary>Keeps floods out: how many requests one address may send, whatever it asks for.</summary>
public static class RequestLimits
{
    /// <summary>Its callers are few and proven, and have limits of their own.</summary>
    private const string Messages = "/api/messages";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRequestLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(static _ => { });
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<IOptions<WebOptions>>((limiter, web) => Configure(limiter, web.Value.AddressPerMinute));
        return services;
    }

    /// <summary>Behind what answers other origins, so that pages there can read the refusal too.</summary>
    public static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app) => app.UseRateLimiter();

    private static void Configure(RateLimiterOptions limiter, int permits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = static (rejected, _) =>
        {
            rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait);
            RetryAfter.Set(rejected.HttpContext.Response, wait);
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.Request.Path.StartsWithSegments(Messages, StringComparison.OrdinalIgnoreCase)
                ? RateLimitPartition.GetNoLimiter(Messages)
                : RateLimitPartition.GetTokenBucketLimiter(
                    NetworkAddress.From(context),
                    _ => RateLimits.CreateBucket(permits, Minute)
                )
        );
    }
}
