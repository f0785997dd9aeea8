using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Ingestion;
using SummitBot.Tests.Ingestion;

namespace SummitBot.Benchmarks.Reading;

/// <summary>
/// The maximum cost of files of repeated and nested markup: reading each and splitting it into passages. The tests do
/// the same with a few small ones.
/// </summary>
internal static class HostileReadingBenchmark
{
    /// <summary>The share of 200 MB plus ten times the file, above the previous use of the process.</summary>
    private const double MaxMemoryShare = 1;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(30);
    private static readonly int[] Lengths = [50_000, 400_000, 3_000_000, 15_000_000];

    /// <exception cref="InvalidOperationException">A file took more than allowed.</exception>
    public static async Task<string> RunAsync(
        IReadOnlyCollection<string> formats,
        int filesPerFormat,
        CancellationToken cancellationToken
    )
    {
        using ServiceProvider services = new ServiceCollection().AddSummitBotIngestion().BuildServiceProvider();
        var reader = services.GetRequiredService<IArticleReader>();
        var table = new MarkdownTable("hostile files", "files", "read", "slowest", "most memory, of what is allowed");
        var beyond = new List<string>();
        foreach (string format in formats)
        {
            TimeSpan slowest = TimeSpan.Zero;
            double mostMemory = 0;
            int read = 0;
            for (int seed = 0; seed < filesPerFormat; seed++)
            {
                HostileFile file = HostileFile.Create(format, Lengths[(seed + (seed / 100)) % Lengths.Length], seed);
                Cost cost = await MeasureAsync(reader, file, cancellationToken);
                read += cost.WasRead ? 1 : 0;
                slowest = cost.Time > slowest ? cost.Time : slowest;
                mostMemory = Math.Max(mostMemory, cost.MemoryShare);
                if (cost.Time > MaxTime || cost.MemoryShare > MaxMemoryShare)
                {
                    beyond.Add(Describe(file, cost));
                    await Console.Error.WriteLineAsync(beyond[^1]);
                }
            }

            table.Add(
                format,
                Figures.Count(filesPerFormat),
                Figures.Count(read),
                Figures.Seconds(slowest),
                Figures.Ratio(mostMemory)
            );
        }

        return beyond.Count == 0 ? table.ToString() : throw new InvalidOperationException(string.Join('\n', beyond));
    }

    private static async Task<Cost> MeasureAsync(
        IArticleReader reader,
        HostileFile file,
        CancellationToken cancellationToken
    )
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, file.Name);
        await File.WriteAllBytesAsync(path, file.Content, cancellationToken);
        long length = new FileInfo(path).Length;
        ArticleFile found = reader.Find([path]).Files[0];
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true);
        using var process = Process.GetCurrentProcess();
        long before = PeakMemory.Reset();
        TimeSpan started = process.TotalProcessorTime;

        IReadOnlyList<ArticleReadResult> results = await reader.ReadAsync(found, cancellationToken);
        int passages = results
            .Select(r => r.Article)
            .OfType<Article>()
            .Sum(article => new PassageSplitter().Enumerate(article).Count());

        process.Refresh();
        double allowed = 200_000_000 + (10.0 * length);
        return new Cost(process.TotalProcessorTime - started, (PeakMemory.Read() - before) / allowed, passages > 0);
    }

    private static string Describe(HostileFile file, Cost cost) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Recipe}: {cost.Time.TotalSeconds:0.0} s, {cost.MemoryShare:0.00} of the memory"
        );

    private readonly record struct Cost(TimeSpan Time, double MemoryShare, bool WasRead);
}
