using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Bot.Schema;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Programs;

namespace SummitBot.Benchmarks.Bot;

/// <summary>How many questions a second are answered in the response, with real retrieval over the repository's corpus.</summary>
internal static class BotThroughputBenchmark
{
    private const int WarmUp = 200;
    private const int Questions = 4_000;
    private const int Callers = 8;

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using HostProgram host = await HostProgram.StartAsync(cancellationToken);
        string[] questions = await HostProgram.ReadQuestionsAsync(cancellationToken);
        await AskAsync(host, questions, 0, WarmUp, cancellationToken);
        long started = Stopwatch.GetTimestamp();
        Sample sample = await AskAsync(host, questions, WarmUp, Questions, cancellationToken);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);

        var table = new MarkdownTable(
            $"{Figures.Count(Questions)} questions with `expectReplies`, {Callers} at a time",
            ""
        );
        table.Add("questions a second", Figures.Count((long)(Questions / elapsed.TotalSeconds)));
        table.Add("answered, p50", Figures.Milliseconds(sample.Median));
        table.Add("answered, p99", Figures.Milliseconds(sample.Percentile(99)));
        return table.ToString();
    }

    private static async Task<Sample> AskAsync(
        HostProgram host,
        string[] questions,
        int first,
        int count,
        CancellationToken cancellationToken
    )
    {
        var durations = new ConcurrentBag<TimeSpan>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            options,
            async (number, token) =>
            {
                string name = $"expect-{Figures.Plain(number)}";
                byte[] activity = BotActivity.Create(
                    questions[number % questions.Length],
                    name,
                    name,
                    DeliveryModes.ExpectReplies
                );
                long started = Stopwatch.GetTimestamp();
                using HttpResponseMessage response = await host.Client.PostAsync(
                    "/api/messages",
                    BotActivity.Content(activity),
                    token
                );
                response.EnsureSuccessStatusCode();
                durations.Add(Stopwatch.GetElapsedTime(started));
            }
        );
        return new Sample(durations);
    }
}
