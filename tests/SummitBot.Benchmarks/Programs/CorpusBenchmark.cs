using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Synthetic;
using SummitBot.Core;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing;

namespace SummitBot.Benchmarks.Programs;

/// <summary>
/// <c>summitbot index</c> over many Markdown files: the first time, again without a change, and after a run that was killed.
/// </summary>
internal static class CorpusBenchmark
{
    private const int ArticleLength = 10_000;
    private const int FilesInFolder = 1_000;

    /// <exception cref="InvalidOperationException">A run failed, or its index does not hold each article once.</exception>
    public static async Task<string> RunAsync(int articles, CancellationToken cancellationToken)
    {
        using var corpus = new TemporaryFolder();
        long bytes = await WriteAsync(corpus, articles, cancellationToken);
        using var index = new TemporaryFolder();
        Run first = await IndexAsync(corpus, index, added: articles, unchanged: 0, cancellationToken);
        Contents whole = Contents.Read(index);
        Require(whole.Articles.Count == articles, $"The index holds {whole.Articles.Count} articles.");
        Run again = await IndexAsync(corpus, index, added: 0, unchanged: articles, cancellationToken);
        Require(Contents.Read(index).CommittedAt == whole.CommittedAt, "A run without a change made a commit.");

        var table = new MarkdownTable(
            $"`summitbot index`, {Figures.Count(articles)} files of Markdown, {Figures.Megabytes(bytes)}",
            "time",
            "articles a second",
            "throughput",
            "peak memory"
        );
        table.Add(
            $"first run: index of {Figures.Count(whole.Passages)} passages, {Figures.Megabytes(index.Size)}",
            Figures.Seconds(first.Time),
            Figures.Count((long)(articles / first.Time.TotalSeconds)),
            Figures.Throughput(bytes, first.Time),
            Figures.Megabytes(first.PeakMemory)
        );
        table.Add("again, nothing changed", Figures.Seconds(again.Time), "", "", Figures.Megabytes(again.PeakMemory));
        return $"{table}\n{await KillHalfWayAsync(corpus, whole, first.Time / 2, cancellationToken)}";
    }

    private static async Task<MarkdownTable> KillHalfWayAsync(
        TemporaryFolder corpus,
        Contents whole,
        TimeSpan half,
        CancellationToken cancellationToken
    )
    {
        using var index = new TemporaryFolder();
        using (ChildProgram program = Start(corpus, index))
        {
            await Task.Delay(half, cancellationToken);
            Require(!program.HasExited, "The run ended before it was killed.");
            program.Kill();
        }

        DateTimeOffset killed = TimeProvider.System.GetUtcNow();
        Contents kept = Contents.Read(index);
        int missing = whole.Articles.Count - kept.Articles.Count;
        Run rest = await IndexAsync(corpus, index, missing, kept.Articles.Count, cancellationToken);
        Contents end = Contents.Read(index);
        int twice = end.Articles.Count - end.Articles.Distinct().Count();
        Require(
            end.Articles.SequenceEqual(whole.Articles) && end.Passages == whole.Passages,
            $"After the kill the index has {end.Articles.Count} articles, {twice} of them twice, in {end.Passages} passages instead of {whole.Passages}."
        );

        var table = new MarkdownTable("The first run, killed by SIGKILL half-way", "");
        table.Add("killed after", Figures.Seconds(half));
        table.Add(
            "its last whole commit, begun before that",
            kept.CommittedAt is { } committed ? Figures.Seconds(killed - committed) : "none"
        );
        table.Add("articles kept", Figures.Count(kept.Articles.Count));
        table.Add("articles that the next run reads", Figures.Count(missing));
        table.Add("time of the next run", Figures.Seconds(rest.Time));
        table.Add("articles at the end", Figures.Count(end.Articles.Count));
        table.Add("articles twice", Figures.Count(twice));
        return table;
    }

    /// <returns>Bytes of all files.</returns>
    private static async Task<long> WriteAsync(
        TemporaryFolder corpus,
        int articles,
        CancellationToken cancellationToken
    )
    {
        long bytes = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, articles),
            cancellationToken,
            async (number, token) =>
            {
                string folder = Path.Combine(corpus.Path, Figures.Plain(number / FilesInFolder));
                Directory.CreateDirectory(folder);
                string text = SyntheticCorpus.CreateMarkdown(number, ArticleLength);
                Interlocked.Add(ref bytes, text.Length);
                string name = string.Create(CultureInfo.InvariantCulture, $"article-{number:D7}.md");
                await File.WriteAllTextAsync(Path.Combine(folder, name), text, token);
            }
        );
        return bytes;
    }

    private static ChildProgram Start(TemporaryFolder corpus, TemporaryFolder index) =>
        ChildProgram.Start(
            Repository.GetPath("SummitBot.Cli", "summitbot"),
            index,
            "index",
            corpus.Path,
            "--index",
            index.Path
        );

    private static async Task<Run> IndexAsync(
        TemporaryFolder corpus,
        TemporaryFolder index,
        int added,
        int unchanged,
        CancellationToken cancellationToken
    )
    {
        long started = Stopwatch.GetTimestamp();
        using ChildProgram program = Start(corpus, index);
        Task<long> peak = program.WatchMemoryAsync(cancellationToken);
        await program.WaitForSuccessAsync(cancellationToken);
        TimeSpan time = Stopwatch.GetElapsedTime(started);
        string report = program.Output.First();
        string expected = string.Create(
            CultureInfo.InvariantCulture,
            $"Indexed {added + unchanged} articles: {added} added, 0 replaced, 0 removed, {unchanged} unchanged;"
        );
        Require(report.StartsWith(expected, StringComparison.Ordinal), $"Not '{expected}': {report}");
        return new Run(time, await peak);
    }

    private static void Require(bool isMet, string otherwise)
    {
        if (!isMet)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private readonly record struct Run(TimeSpan Time, long PeakMemory);

    /// <summary>What the index holds, as far as it is committed.</summary>
    /// <param name="Articles">In order; an article that stands in it twice is listed twice.</param>
    private sealed record Contents(IReadOnlyList<ArticleId> Articles, int Passages, DateTimeOffset? CommittedAt)
    {
        public static Contents Read(TemporaryFolder index)
        {
            IConfiguration configuration = new ConfigurationBuilder()
                .AddInMemoryCollection([new("SummitBot:Index:Path", index.Path)])
                .Build();
            using ServiceProvider services = new ServiceCollection()
                .AddSummitBotCore(configuration)
                .AddSummitBotIndexing()
                .BuildServiceProvider();
            if (services.GetRequiredService<IPassageIndex>().ReadManifest(out _) is not { } manifest)
            {
                return new Contents([], 0, null);
            }

            IReadOnlyList<ArticleSummary> articles = services
                .GetRequiredService<IArticleCatalog>()
                .List(AccessScope.Everything);
            return new Contents([.. articles.Select(a => a.Id)], manifest.PassageCount, manifest.CommittedAt);
        }
    }
}
