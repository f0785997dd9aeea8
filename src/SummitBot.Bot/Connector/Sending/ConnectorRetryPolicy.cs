using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace SummitBot.Bot.Connector.Sending;

/// <summary>
/// When a request is retried, and how long each attempt may take. <para> 412, 429 and 503 mean that nothing was sent.
/// After 500, 502, 504 or a lost connection the result is unknown; Teams asks to retry them, and a duplicate answer is
/// better than none. After a time-out the channel probably has the message, because it accepted the request and was
/// only slow. A time-out is therefore retried only when a repetition changes nothing (update and delete). </para>
/// </summary>
public static class ConnectorRetryPolicy
{
    public const int MaxRepetitions = 5;

    /// <summary>How long a channel may take for one request.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The same for a transient request; some channels never answer these.</summary>
    public static readonly TimeSpan PassingTimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>A request is not retried when the channel asks for a longer wait than this.</summary>
    public static readonly TimeSpan MaxRetryAfter = TimeSpan.FromSeconds(30);

    /// <summary>Before the first retry; doubled for each further one, with random jitter.</summary>
    public static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(10);

    public static HttpRetryStrategyOptions CreateRetry(TimeProvider time) =>
        new()
        {
            MaxRetryAttempts = MaxRepetitions,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstDelay,
            MaxDelay = MaxDelay,
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
                && (ReadRetryAfter(response, time) ?? TimeSpan.Zero) <= MaxRetryAfter,
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

    /// <summary>Null when the channel does not say; the delays then grow.</summary>
    internal static TimeSpan? ReadRetryAfter(HttpResponseMessage? response, TimeProvider time) =>
        response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow() is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero,
            _ => null,
        };
}
