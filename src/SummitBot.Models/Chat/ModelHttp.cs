using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>
/// How requests travel to a model's server: tried again, with jitter and as the server's <c>Retry-After</c> wants it, when
/// they failed for a passing reason, and not sent at all for a while to a server that keeps failing.
/// </summary>
internal static class ModelHttp
{
    public const string ClientName = "SummitBot.Model";

    /// <summary>For servers that are not OpenAI's own.</summary>
    public const string CompatibleClientName = "SummitBot.Model.Compatible";

    /// <summary>For looking whether a server is there: sends once and hides nothing.</summary>
    public const string DiagnosisClientName = "SummitBot.Model.Diagnosis";

    /// <summary>An attempt ends before the wait for the first words does, so that the circuit breaker counts it.</summary>
    private const double AttemptShare = 0.9;

    private const int MaxBytes = 4_000_000;
    private const int FailuresThatOpen = 5;
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddModelHttp(this IServiceCollection services)
    {
        services.AddPlainClient(DiagnosisClientName);
        services.AddPlainClient(ClientName).AddResilience();
        services
            .AddPlainClient(CompatibleClientName)
            .AddHttpMessageHandler(() => new ClassicTokenLimit())
            .AddResilience();
        return services;
    }

    private static IHttpClientBuilder AddPlainClient(this IServiceCollection services, string name) =>
        services
            .AddHttpClient(
                name,
                c =>
                {
                    c.Timeout = Timeout.InfiniteTimeSpan; // the answer's own limits hold
                    c.MaxResponseContentBufferSize = MaxBytes;
                }
            )
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false, // a key is not carried on to another server
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                }
            )
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    private static void AddResilience(this IHttpClientBuilder client)
    {
        client.AddHttpMessageHandler(() => new BoundedResponses(MaxBytes));
        client.AddResilienceHandler(client.Name, Configure).SelectPipelineByAuthority();
    }

    /// <summary>The name of the client for a model's server.</summary>
    public static string ClientFor(ModelChoice model) =>
        model.Provider is ModelProvider.Ollama or ModelProvider.OpenAICompatible ? CompatibleClientName : ClientName;

    private static void Configure(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline,
        ResilienceHandlerContext context
    )
    {
        ModelOptions options = context.ServiceProvider.GetRequiredService<IOptions<ModelOptions>>().Value;
        var longestWait = TimeSpan.FromSeconds(options.FirstTokenSeconds * AttemptShare);
        pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
        if (options.Retries > 0)
        {
            pipeline.AddRetry(
                new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = options.Retries,
                    Delay = FirstRetryDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldRetryAfterHeader = true,
                    ShouldHandle = args =>
                        ValueTask.FromResult(
                            HttpClientResiliencePredicates.IsTransient(args.Outcome)
                                && args.Outcome.Exception is not (TimeoutRejectedException or BrokenCircuitException)
                                && WaitAskedFor(args.Outcome.Result, pipeline.TimeProvider) < longestWait
                        ),
                }
            );
        }

        pipeline.AddCircuitBreaker(
            new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.8,
                MinimumThroughput = FailuresThatOpen,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = OpenFor,
            }
        );
        pipeline.AddTimeout(new HttpTimeoutStrategyOptions { Timeout = longestWait });
    }

    /// <summary>What the server says in <c>Retry-After</c>; zero when it says nothing.</summary>
    private static TimeSpan WaitAskedFor(HttpResponseMessage? response, TimeProvider? time) =>
        response?.Headers.RetryAfter switch
        {
            { Delta: { } wait } => wait,
            { Date: { } date } => date - (time ?? TimeProvider.System).GetUtcNow(),
            _ => TimeSpan.Zero,
        };
}
