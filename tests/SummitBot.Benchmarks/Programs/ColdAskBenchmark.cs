using System.Diagnostics;
using SummitBot.Benchmarks.Measuring;

namespace SummitBot.Benchmarks.Programs;

/// <summary>From Enter to the answer: the whole life of the command line's process, index present, file cache warm.</summary>
internal static class ColdAskBenchmark
{
    private const int Runs = 10;
    private const string Question = "Why was the Vostochny Cosmodrome chosen for the meeting?";

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        string program = Repository.GetPath("SummitBot.Cli", "summitbot");
        using var index = new TemporaryFolder();
        // The first run builds the index.
        TimeSpan first = await AskAsync(program, index, cancellationToken);
        var durations = new List<TimeSpan>();
        for (int run = 0; run < Runs; run++)
        {
            durations.Add(await AskAsync(program, index, cancellationToken));
        }

        var sample = new Sample(durations);
        var table = new MarkdownTable("`summitbot ask` as a new process", "runs", "median", "slowest");
        table.Add("index present", $"{Runs}", Figures.Seconds(sample.Median), Figures.Seconds(sample.Max));
        table.Add("no index yet: builds it first", "1", Figures.Seconds(first), Figures.Seconds(first));
        return table.ToString();
    }

    private static async Task<TimeSpan> AskAsync(
        string program,
        TemporaryFolder index,
        CancellationToken cancellationToken
    )
    {
        long started = Stopwatch.GetTimestamp();
        using ChildProgram ask = ChildProgram.Start(program, index, "ask", Question);
        await ask.WaitForSuccessAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(started);
    }
}
