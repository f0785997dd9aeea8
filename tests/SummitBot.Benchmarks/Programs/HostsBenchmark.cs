using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Testing;

namespace SummitBot.Benchmarks.Programs;

/// <summary>
/// Two web hosts that share PostgreSQL and the building of the index, beside one: the same questions over HTTP, which two hosts
/// take in turn. Hosts, database and callers share the machine.
/// </summary>
internal static class HostsBenchmark
{
    private const int Callers = 8;

    /// <summary>How many of the answers that differ are shown.</summary>
    private const int Shown = 5;

    /// <summary>How often each host is asked every question before: meanwhile the vectors are completed and code is compiled.</summary>
    private const int WarmUpRounds = 2;

    /// <exception cref="InvalidOperationException">A question failed, or was answered unlike by one host at rest.</exception>
    public static async Task<string> RunAsync(int questions, CancellationToken cancellationToken)
    {
        string[] texts = await HostProgram.ReadQuestionsAsync(cancellationToken);
        using var server = PostgresServer.Start();
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        Load one = await MeasureAsync(hostCount: 1);
        Load two = await MeasureAsync(hostCount: 2);

        var table = new MarkdownTable(
            $"{Figures.Count(questions)} questions to `/api/ask`, {Callers} at a time",
            "one host",
            "two hosts"
        );
        Add("questions a second", load => Figures.Ratio(questions / load.Time.TotalSeconds));
        Add("answered, p50", load => Figures.Milliseconds(load.Answered.Median));
        Add("answered, p99", load => Figures.Milliseconds(load.Answered.Percentile(99)));
        Add("processor time of the hosts for a question", load => Figures.Milliseconds(load.Work / questions));
        Add("working set of the hosts together", load => Figures.Megabytes(load.WorkingSet));
        Add("other answers than one host at rest gives", load => Figures.Count(load.Differences.Count));
        string[] differences = [.. one.Differences, .. two.Differences];
        return differences.Length == 0
            ? table.ToString()
            : throw new InvalidOperationException($"{table}\n{string.Join('\n', differences.Take(Shown))}");

        void Add(string name, Func<Load, string> format) => table.Add(name, format(one), format(two));

        async Task<Load> MeasureAsync(int hostCount)
        {
            string database = $"hosts_{Figures.Plain(hostCount)}";
            server.Execute("postgres", $"CREATE DATABASE {database}");
            using var snapshots = new TemporaryFolder();
            var hosts = new List<HostProgram>();
            try
            {
                while (hosts.Count < hostCount)
                {
                    hosts.Add(await StartAsync(server.ConnectionString(database), snapshots, cancellationToken));
                }

                foreach (HostProgram host in hosts)
                {
                    await AskAsync([host], texts, WarmUpRounds * texts.Length, Callers, cancellationToken);
                }

                if (expected.Count == 0)
                {
                    IReadOnlyList<Reply> atRest = await AskAsync(hosts, texts, texts.Length, 1, cancellationToken);
                    foreach (Reply reply in atRest)
                    {
                        expected[reply.Question] = reply.Answer;
                    }
                }

                TimeSpan before = ProcessorTime(hosts);
                long started = Stopwatch.GetTimestamp();
                IReadOnlyList<Reply> replies = await AskAsync(hosts, texts, questions, Callers, cancellationToken);
                TimeSpan time = Stopwatch.GetElapsedTime(started);
                return new Load(
                    time,
                    new Sample(replies.Select(r => r.Time)),
                    ProcessorTime(hosts) - before,
                    hosts.Sum(h => h.WorkingSet),
                    [
                        .. replies
                            .Where(r => r.Answer != expected[r.Question])
                            .Select(r => $"{r.Question}\n  {expected[r.Question]}\n  {r.Answer}"),
                    ]
                );
            }
            finally
            {
                hosts.ForEach(h => h.Dispose());
            }
        }
    }

    private static Task<HostProgram> StartAsync(
        string database,
        TemporaryFolder snapshots,
        CancellationToken cancellationToken
    ) =>
        HostProgram.StartAsync(
            cancellationToken,
            "--SummitBot:Storage:Provider",
            "postgres",
            "--SummitBot:Storage:ConnectionString",
            database,
            "--SummitBot:Index:Snapshots",
            snapshots.Path,
            "--SummitBot:Web:AddressPerMinute",
            "1000000",
            // A reader that is late is left out of an answer: here the load must not change the answers.
            "--SummitBot:Reader:DeadlineMilliseconds",
            "60000"
        );

    /// <summary>Asks the questions again and again until there are as many as wanted; the hosts take them in turn.</summary>
    private static async Task<IReadOnlyList<Reply>> AskAsync(
        IReadOnlyList<HostProgram> hosts,
        string[] questions,
        int count,
        int callers,
        CancellationToken cancellationToken
    )
    {
        var replies = new ConcurrentBag<Reply>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = callers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            options,
            async (number, token) =>
            {
                string question = questions[number % questions.Length];
                // In every round of the questions the other host gets each of them.
                HostProgram host = hosts[(number + (number / questions.Length)) % hosts.Count];
                long started = Stopwatch.GetTimestamp();
                using HttpResponseMessage response = await host.Client.PostAsJsonAsync(
                    "/api/ask",
                    new { question },
                    token
                );
                response.EnsureSuccessStatusCode();
                JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(token);
                replies.Add(new Reply(question, Describe(answer), Stopwatch.GetElapsedTime(started)));
            }
        );
        return [.. replies];
    }

    /// <summary>Outcome, text and citations; not how long it took.</summary>
    private static string Describe(JsonElement answer) =>
        $"{answer.GetProperty("outcome")}: {answer.GetProperty("text")} {answer.GetProperty("citations")}";

    private static TimeSpan ProcessorTime(IEnumerable<HostProgram> hosts) =>
        hosts.Aggregate(TimeSpan.Zero, (sum, host) => sum + host.ProcessorTime);

    private readonly record struct Reply(string Question, string Answer, TimeSpan Time);

    private sealed record Load(
        TimeSpan Time,
        Sample Answered,
        TimeSpan Work,
        long WorkingSet,
        IReadOnlyList<string> Differences
    );
}
