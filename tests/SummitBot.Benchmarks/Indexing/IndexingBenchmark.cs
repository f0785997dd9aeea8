using System.Diagnostics;
using SummitBot.Benchmarks.Measuring;

namespace SummitBot.Benchmarks.Indexing;

/// <summary>
/// Indexing throughput compared with Lucene.NET alone, alternating, so that both have the same conditions.
/// </summary>
internal static class IndexingBenchmark
{
    private const int Passages = 30_000;
    private const int Rounds = 5;

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var work = new IndexingWork(Passages);
        var bare = new List<TimeSpan>();
        var ours = new List<TimeSpan>();
        // Round 0 is the warm-up.
        for (int round = 0; round <= Rounds; round++)
        {
            TimeSpan bareTime = await TimeAsync(() => Task.Run(work.WriteBare, cancellationToken));
            TimeSpan ourTime = await TimeAsync(() => work.WriteOursAsync(cancellationToken));
            if (round > 0)
            {
                bare.Add(bareTime);
                ours.Add(ourTime);
            }
        }

        TimeSpan bareMedian = new Sample(bare).Median;
        TimeSpan ourMedian = new Sample(ours).Median;
        var table = new MarkdownTable(
            $"Indexing {Figures.Count(work.PassageCount)} passages, {Figures.Megabytes(work.Bytes)}",
            "median time",
            "throughput",
            "of bare"
        );
        AddRow("bare Lucene.NET, passages ready", bareMedian);
        AddRow("SummitBot, from articles", ourMedian);
        return table.ToString();

        void AddRow(string name, TimeSpan time) =>
            table.Add(
                name,
                Figures.Seconds(time),
                Figures.Throughput(work.Bytes, time),
                Figures.Ratio(bareMedian / time)
            );
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> write)
    {
        GC.Collect();
        long started = Stopwatch.GetTimestamp();
        await write();
        return Stopwatch.GetElapsedTime(started);
    }
}
