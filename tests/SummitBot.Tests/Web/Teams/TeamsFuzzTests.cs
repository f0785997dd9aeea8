using System.Collections.Concurrent;
using System.Net;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Hosting;
using SummitBot.Tests.Bot.Hosting;

namespace SummitBot.Tests.Web.Teams;

/// <summary>Damaged activities through the whole host: what one layer accepts, the next one must handle.</summary>
public sealed class TeamsFuzzTests
{
    private const int Count = 4_000;

    [Fact]
    public async Task DamagedActivities_NeverMakeTheHostFail()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        var channel = new RecordingChannel();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            services: services => services.AddSingleton(TimeProvider.System).AddSingleton<IHostedChannel>(channel)
        );
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        await Parallel.ForEachAsync(
            ActivityMutations.Gen.Array[Count].Single(),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 8,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (body, token) =>
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new("application/json");
                using HttpResponseMessage response = await host.Client.PostAsync("/api/messages", content, token);
                statuses.AddOrUpdate(response.StatusCode, 1, (_, n) => n + 1);
            }
        );
        // The accepted turns are finished before this, because the host completes them when it stops.
        await host.DisposeAsync();

        Assert.Equal("", host.Logs.Lines.FirstOrDefault(l => l.Level >= LogLevel.Error)?.Text ?? "");
        Assert.DoesNotContain(
            statuses.Keys,
            s => s >= HttpStatusCode.InternalServerError && s != HttpStatusCode.NotImplemented
        );
        Assert.True(statuses[HttpStatusCode.Accepted] > Count / 50);
        Assert.Contains(channel.Sent, a => a.Type == "message");
    }
}
