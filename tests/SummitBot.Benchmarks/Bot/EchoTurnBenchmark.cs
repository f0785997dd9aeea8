using System.Diagnostics;
using System.Net;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Programs;
using SummitBot.Tests.Bot.Load;

namespace SummitBot.Benchmarks.Bot;

/// <summary>
/// What a turn costs whose reply goes through the service URL: our host and the plain SDK, each a process of its own, in
/// turns, with this process as the channel.
/// </summary>
internal static class EchoTurnBenchmark
{
    private const int Connections = 16;
    private const int Rounds = 3;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    /// <summary>The slower one is asked less, so that both take a few seconds a round.</summary>
    private static readonly (string Host, int WarmUp, int Turns)[] Plan =
    [
        (EchoHosts.Sdk, 100, 300),
        (EchoHosts.Ours, 2_000, 10_000),
    ];

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await using LossyChannel channel = await LossyChannel.StartAsync(TimeSpan.Zero, 0, cancellationToken);
        var table = new MarkdownTable(
            $"An echo with its reply through `serviceUrl`, {Connections} connections",
            "turns a second",
            "processor time a turn"
        );
        var results = Plan.ToDictionary(p => p.Host, _ => new List<(double Rate, TimeSpan Cost)>());
        int number = 0;
        foreach ((string name, int warmUp, int turns) in Enumerable.Repeat(Plan, Rounds).SelectMany(p => p))
        {
            Uri address = HostProgram.FreeAddress();
            using var folder = new TemporaryFolder();
            using var host = ChildProgram.Start(Environment.ProcessPath!, folder, name, address.ToString());
            using var client = new HttpClient { BaseAddress = address };
            await WaitAsync(client, cancellationToken);
            await RunTurnsAsync(warmUp);
            TimeSpan before = host.ProcessorTime;
            long started = Stopwatch.GetTimestamp();
            await RunTurnsAsync(turns);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            results[name].Add((turns / elapsed.TotalSeconds, (host.ProcessorTime - before) / turns));

            async Task RunTurnsAsync(int count)
            {
                int answers = channel.Answers + count;
                var options = new ParallelOptions
                {
                    MaxDegreeOfParallelism = Connections,
                    CancellationToken = cancellationToken,
                };
                await Parallel.ForEachAsync(
                    Enumerable.Range(0, count),
                    options,
                    async (_, token) =>
                    {
                        string id = Figures.Plain(Interlocked.Increment(ref number));
                        byte[] activity = BotActivity.Create("hello", $"c{id}", id, serviceUrl: channel.ServiceUrl);
                        using ByteArrayContent content = BotActivity.Content(activity);
                        using HttpResponseMessage response = await client.PostAsync("/api/messages", content, token);
                        response.EnsureSuccessStatusCode();
                    }
                );
                // Ours acknowledges first: the turns are over when the channel has all replies.
                while (channel.Answers < answers)
                {
                    await Task.Delay(1, cancellationToken);
                }
            }
        }

        foreach ((string name, _, _) in Plan)
        {
            (double rate, TimeSpan cost) = results[name].MaxBy(r => r.Rate);
            table.Add(name, Figures.Count((long)rate), Figures.Milliseconds(cost, decimals: 2));
        }

        return table.ToString();
    }

    private static async Task WaitAsync(HttpClient client, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using HttpResponseMessage response = await client.GetAsync("/api/messages", cancellationToken);
                if (response.StatusCode == HttpStatusCode.MethodNotAllowed)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(started) < StartLimit)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, cancellationToken);
        }
    }
}
