using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummitBot.Tests.Bot.Connector;

/// <summary>A channel's connector on this machine with scripted responses; records the requests.</summary>
public sealed class FakeChannel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();

    private FakeChannel(WebApplication app) => _app = app;

    /// <summary>Without a slash at its end, and with a path.</summary>
    public string ServiceUrl => $"{_app.Urls.Single()}/_connector";

    public ConcurrentQueue<Received> Requests { get; } = new();

    /// <summary>The response to every update of a message; null treats updates as other requests.</summary>
    public Func<HttpContext, Task>? OnUpdate { get; set; }

    public static async Task<FakeChannel> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var channel = new FakeChannel(app);
        app.Run(channel.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return channel;
    }

    /// <summary>The response to the next request; without one, requests get 201 and an id.</summary>
    public void NextAnswer(int status, string body = "", string? retryAfter = null) =>
        _answers.Enqueue(async context =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
            {
                context.Response.Headers.RetryAfter = retryAfter;
            }

            await context.Response.WriteAsync(body, context.RequestAborted);
        });

    /// <summary>The connection of the next request is closed without a response.</summary>
    public void NextIsCutOff() =>
        _answers.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

    /// <summary>The next request gets no response until it is cancelled.</summary>
    public void NextHangs() =>
        _answers.Enqueue(async context =>
        {
            var gone = new TaskCompletionSource();
            await using CancellationTokenRegistration registration = context.RequestAborted.Register(() =>
                gone.SetResult()
            );
            await gone.Task;
        });

    /// <summary>The next request gets the beginning of a response and then nothing until it is cancelled.</summary>
    public void NextHangsWithinItsBody() =>
        _answers.Enqueue(async context =>
        {
            var gone = new TaskCompletionSource();
            await using CancellationTokenRegistration registration = context.RequestAborted.Register(() =>
                gone.SetResult()
            );
            context.Response.StatusCode = 201;
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{\"id\":", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await gone.Task;
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        var received = new Received(
            context.Request.Method,
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.Authorization.ToString(),
            body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body)
        );
        Requests.Enqueue(received);
        if (OnUpdate is { } update && HttpMethods.IsPut(context.Request.Method))
        {
            await update(context);
            return;
        }

        if (_answers.TryDequeue(out Func<HttpContext, Task>? answer))
        {
            await answer(context);
            return;
        }

        context.Response.StatusCode = 201;
        await context.Response.WriteAsync($$"""{"id":"sent-{{Requests.Count}}"}""", context.RequestAborted);
    }

    public sealed record Received(string Method, string Target, string Authorization, JsonElement Body)
    {
        public string? Text => Body.TryGetProperty("text", out JsonElement text) ? text.GetString() : null;
    }
}
