using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Bot;
using SummitBot.Bot.Hosting;
using SummitBot.Bot.Settings;

namespace SummitBot.Benchmarks.Bot;

/// <summary>
/// What it costs to take an activity in, against a bare minimal API that parses the same JSON and answers 202. All run in
/// this process, in turns. A turn that begins at once takes time from the caller beside it, so that the acknowledgement by
/// itself is measured with turns that wait, in the conversation of one that does not end.
/// </summary>
internal static class AcknowledgementBenchmark
{
    private const int WarmUp = 5_000;
    private const int Rounds = 20;
    private const int PerRound = 500;

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await using WebApplication bare = Bare();
        await using WebApplication waiting = Ours<WaitingBot>();
        await using WebApplication running = Ours<ActivityHandler>();
        using HttpClient bareClient = await StartAsync(bare);
        using HttpClient waitingClient = await StartAsync(waiting);
        using HttpClient runningClient = await StartAsync(running);
        int number = 0;
        await SendAsync(bareClient, WarmUp);
        await SendAsync(waitingClient, WarmUp);
        await SendAsync(runningClient, WarmUp);
        var bareTimes = new List<TimeSpan>();
        var waitingTimes = new List<TimeSpan>();
        var runningTimes = new List<TimeSpan>();
        for (int round = 0; round < Rounds; round++)
        {
            bareTimes.AddRange(await SendAsync(bareClient, PerRound));
            waitingTimes.AddRange(await SendAsync(waitingClient, PerRound));
            runningTimes.AddRange(await SendAsync(runningClient, PerRound));
        }

        var table = new MarkdownTable(
            $"{Figures.Count(Rounds * PerRound)} activities acknowledged, one after the other",
            "p50",
            "p99",
            "of bare"
        );
        var min = new Sample(bareTimes);
        Add("bare minimal API", min);
        Add("SummitBot, turns wait", new Sample(waitingTimes));
        Add("SummitBot, each turn runs at once", new Sample(runningTimes));
        return table.ToString();

        async Task<HttpClient> StartAsync(WebApplication app)
        {
            await app.StartAsync(cancellationToken);
            return new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        }

        void Add(string name, Sample sample) =>
            table.Add(
                name,
                Figures.Milliseconds(sample.Median, decimals: 3),
                Figures.Milliseconds(sample.Percentile(99), decimals: 3),
                Figures.Ratio(sample.Median / min.Median)
            );

        async Task<List<TimeSpan>> SendAsync(HttpClient client, int count)
        {
            var durations = new List<TimeSpan>(count);
            for (int i = 0; i < count; i++)
            {
                string id = Figures.Plain(++number);
                using ByteArrayContent content = BotActivity.Content(
                    BotActivity.Create("What did it cost?", "a:1", id)
                );
                long started = Stopwatch.GetTimestamp();
                using HttpResponseMessage response = await client.PostAsync(
                    "/api/messages",
                    content,
                    cancellationToken
                );
                durations.Add(Stopwatch.GetElapsedTime(started));
                response.EnsureSuccessStatusCode();
            }

            return durations;
        }
    }

    private static WebApplication Bare()
    {
        WebApplication app = Builder().Build();
        app.MapPost(
            "/api/messages",
            async (HttpContext context) =>
                (await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted))
                    .GetProperty("type")
                    .ValueEquals(ActivityTypes.Message)
                    ? Results.Accepted()
                    : Results.BadRequest()
        );
        return app;
    }

    private static WebApplication Ours<TBot>()
        where TBot : class, IBot
    {
        WebApplicationBuilder builder = Builder();
        builder.Configuration[$"{BotOptions.Section}:{nameof(BotOptions.QueueLength)}"] = Figures.Plain(
            WarmUp + (Rounds * PerRound)
        );
        builder.Configuration[$"{BotOptions.Section}:{nameof(BotOptions.LocalServiceUrls)}:0"] =
            "http://127.0.0.1:*/_connector";
        builder.Services.AddBotFramework(builder.Configuration).AddBot<TBot>();
        WebApplication app = builder.Build();
        app.MapBot();
        return app;
    }

    private static WebApplicationBuilder Builder()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder;
    }
}
