using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummitBot.Tests.Bot.Load;

/// <summary>
/// A channel's connector that is slow, refuses a share of the requests with 429 and as many with 502, and can be killed
/// and restarted. It has accepted exactly the messages that it answers with 201.
/// </summary>
public sealed class LossyChannel : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _answered = new(StringComparer.Ordinal);
    private readonly TimeSpan _delay;
    private readonly double _refusedShare;
    private readonly Random _random = new(20261124);
    private readonly Lock _gate = new();
    private WebApplication? _app;
    private volatile bool _isDown;
    private string _address = "http://127.0.0.1:0";
    private int _answers;
    private int _refusals;

    private LossyChannel(TimeSpan delay, double refusedShare) => (_delay, _refusedShare) = (delay, refusedShare);

    public string ServiceUrl => $"{_address}/_connector";

    /// <summary>Accepted messages in all conversations.</summary>
    public int Answers => _answers;

    /// <summary>Requests refused with 429 or 502.</summary>
    public int Refusals => _refusals;

    /// <param name="refusedShare">Of the requests, 0 to 0.5: for each of the two status codes.</param>
    public static async Task<LossyChannel> StartAsync(
        TimeSpan delay,
        double refusedShare,
        CancellationToken cancellationToken
    )
    {
        var channel = new LossyChannel(delay, refusedShare);
        await channel.StartAsync(cancellationToken);
        return channel;
    }

    /// <summary>The ids of the activities that the messages of a conversation answer, in order of arrival.</summary>
    public IReadOnlyList<string> AnsweredIn(string conversation) =>
        _answered.TryGetValue(conversation, out ConcurrentQueue<string>? ids) ? [.. ids] : [];

    /// <summary>Aborts every open request and stops listening.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _isDown = true;
        await _app!.StopAsync(cancellationToken);
        await _app.DisposeAsync();
    }

    /// <summary>Listens again, at the same address.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(_address);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
        _isDown = false;
        await _app.StartAsync(cancellationToken);
        _address = _app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using JsonDocument activity = await JsonDocument.ParseAsync(
            context.Request.Body,
            cancellationToken: context.RequestAborted
        );
        await Task.Delay(_delay, context.RequestAborted);
        if (_isDown)
        {
            context.Abort();
            return;
        }

        if (Refusal() is { } refusal)
        {
            Interlocked.Increment(ref _refusals);
            context.Response.StatusCode = (int)refusal;
            if (refusal == HttpStatusCode.TooManyRequests)
            {
                context.Response.Headers.RetryAfter = "1";
            }

            return;
        }

        int id = Take(activity.RootElement);
        context.Response.StatusCode = StatusCodes.Status201Created;
        string answer = string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"a{id}\"}}");
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private HttpStatusCode? Refusal()
    {
        double drawn;
        lock (_gate)
        {
            drawn = _random.NextDouble();
        }

        return drawn < _refusedShare ? HttpStatusCode.TooManyRequests
            : drawn < 2 * _refusedShare ? HttpStatusCode.BadGateway
            : null;
    }

    private int Take(JsonElement activity)
    {
        if (activity.GetProperty("type").GetString() != "message")
        {
            return 0;
        }

        string conversation = activity.GetProperty("conversation").GetProperty("id").GetString()!;
        string answered = activity.GetProperty("replyToId").GetString()!;
        _answered.GetOrAdd(conversation, _ => []).Enqueue(answered);
        return Interlocked.Increment(ref _answers);
    }
}
