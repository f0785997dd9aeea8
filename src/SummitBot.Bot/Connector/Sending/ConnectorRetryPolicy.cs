using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace SummitBot.Bot.Connector.Sending;

/// <summary>
/// When a request is sent again, and how long each may take.
/// <para>
/// 412, 429 and 503 say that nothing was sent. After 500, 502, 504 or a lost connection nobody knows; Teams asks to repeat
/// them, and an answer that stands there twice is better than one that never comes. A time-out is different: the channel
/// took the request and was slow, most likely it has the message. So a time-out is repeated only where repeating changes
/// nothing (update and delete).
/// </para>
/// </summary>
public static class ConnectorRetryPolicy
{
    public const int MaxRepetitions = 5;

    /// <summary>How long a channel may take for one request.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The same for a passing request; some channels never answer these.</summary>
    public static readonly TimeSpan PassingTimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>A channel that wants us to wait longer than this is not asked again.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(30);

    /// <summary>Before the first repetition; doubled with each, and spread at random.</summary>
    public static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    public static HttpRetryStrategyOptions CreateRetry(TimeProvider time) =>
        new()
        {
            MaxRetryAttempts = MaxRepetitions,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstDelay,
            MaxDelay = LongestDelay,
            ShouldHandle = args =>
                ValueTask.FromResult(ShouldRepeat(args.Context.GetRequestMessage(), args.Outcome, time)),
            DelayGenerator = args => ValueTask.FromResult(ReadRetryAfter(args.Outcome.Result, time)),
        };

    public static HttpTimeoutStrategyOptions CreateTimeLimit() =>
        new()
        {
            TimeoutGenerator = args =>
                ValueTask.FromResult(
                    ConnectorCall.From(args.Context.GetRequestMessage()) is { IsTransient: true }
                        ? PassingTimeLimit
                        : TimeLimit
                ),
        };

    private static bool ShouldRepeat(
        HttpRequestMessage? request,
        Outcome<HttpResponseMessage> outcome,
        TimeProvider time
    )
    {
        if (ConnectorCall.From(request) is not { IsTransient: false })
        {
            return false;
        }

        return outcome switch
        {
            { Exception: HttpRequestException } => true,
            { Exception: TimeoutRejectedException } => request?.Method != HttpMethod.Post,
            { Result: { } response } => IsTransient(response.StatusCode)
                && (ReadRetryAfter(response, time) ?? TimeSpan.Zero) <= LongestRetryAfter,
            _ => false,
        };
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status
            is HttpStatusCode.PreconditionFailed
                or HttpStatusCode.TooManyRequests
                or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    /// <summary>Null when the channel does not say; then the delays grow.</summary>
    internal static TimeSpan? ReadRetryAfter(HttpResponseMessage? response, TimeProvider time) =>
        response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow() is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero,
            _ => null,
        };
}
