using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Tests.WriterProcess;

namespace SummitBot.Tests.Indexing;

public sealed class TwoProcessesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string IndexPath => _folder["index"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OpenWriter_WhileThisProcessWrites_SaysLocked()
    {
        using var first = new IndexHost(IndexPath);
        using var second = new IndexHost(IndexPath);
        using IPassageIndexWriter writer = first.Index.OpenWriter(rebuild: true);
        AssertLocked(first);
        AssertLocked(second);
    }

    [Fact]
    public async Task OpenWriter_WhileAnotherProcessWrites_SaysLocked_UntilThatProcessDies()
    {
        using var host = new IndexHost(IndexPath);
        host.Build(IndexHost.CreateArticle("a", "Text."));
        using OtherProcess other = await OtherProcess.StartAsync("hold", IndexPath);
        AssertLocked(host);
        Assert.NotNull(host.Index.ReadManifest(out _));

        await other.KillAsync();

        using IPassageIndexWriter writer = host.Index.OpenWriter(rebuild: false);
    }

    [Fact]
    public async Task OpenWriter_WhileAnotherProcessBuildsTheFirstIndex_SaysLocked()
    {
        using OtherProcess other = await OtherProcess.StartAsync("hold", IndexPath);
        using var host = new IndexHost(IndexPath);
        AssertLocked(host);
        await other.StopAsync();
        host.Build(IndexHost.CreateArticle("a", "Text."));
    }

    [Fact]
    public async Task KillingTheWriterAtAnyMoment_LeavesACompleteCommit()
    {
        var random = new Random(7);
        int last = 0;
        var rounds = new HashSet<int>();
        for (int kill = 0; kill < 25; kill++)
        {
            using OtherProcess writer = await OtherProcess.StartAsync("rounds", IndexPath);
            if (kill % 5 != 0)
            {
                await writer.HearAsync("committed");
            }

            await Task.Delay(random.Next(250), Cancelled);
            await writer.KillAsync();

            int round = await CheckCommitAsync(isFirst: last == 0);
            Assert.True(round >= last, $"round {last} was committed, round {round} is there");
            last = round;
            rounds.Add(round);
        }

        Assert.True(rounds.Count > 10, $"only {rounds.Count} different commits were seen: the kills prove little");
        using var host = new IndexHost(IndexPath);
        Rounds.Write(host.Index, last + 1);
        Assert.Equal(last + 1, await CheckCommitAsync(isFirst: false));
        Assert.InRange(Directory.GetFiles(IndexPath).Length, 1, 30);
    }

    [Fact]
    public async Task ReadingWhileAnotherProcessWrites_AlwaysSeesWholeCommits()
    {
        using var host = new IndexHost(IndexPath);
        Rounds.Write(host.Index, 1);
        using OtherProcess writer = await OtherProcess.StartAsync("rounds", IndexPath);
        var rounds = new HashSet<int>();
        using var tooLong = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (rounds.Count < 10 && !tooLong.IsCancellationRequested)
        {
            rounds.Add(Rounds.GetNumber(host.Index.ReadManifest(out IndexError? error)));
            Assert.Null(error);
            IReadOnlyList<RetrievedPassage> found = await host.RetrieveAsync(
                new RetrievalQuery("Which sentence was written of article 3?", "en")
            );
            Assert.Equal(RetrievalQuery.DefaultCount, found.Count);
        }

        await writer.StopAsync();
        Assert.True(rounds.Count == 10, $"only {rounds.Count} commits were seen");
        await CheckCommitAsync(isFirst: false);
    }

    private static void AssertLocked(IndexHost host)
    {
        foreach (bool rebuild in new[] { true, false })
        {
            var error = Assert.Throws<IndexUnavailableException>(() => host.Index.OpenWriter(rebuild));
            Assert.Equal(IndexError.Locked, error.Error);
            Assert.Contains("Another process is writing", error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Opens the index like a new process, and compares every article with the manifest.</summary>
    private async Task<int> CheckCommitAsync(bool isFirst)
    {
        using var host = new IndexHost(IndexPath);
        IndexManifest? manifest = host.Index.ReadManifest(out IndexError? error);
        if (manifest is null)
        {
            Assert.True(isFirst && error is IndexError.Missing, $"the index is lost: {error}");
            return 0;
        }

        var splitter = new PassageSplitter();
        ArticleId[] expected = [.. manifest.Sources.Select(s => s.Article!.Value).Order()];
        Assert.Equal(expected, host.Catalog.List(AccessScope.Public).Select(a => a.Id));
        int passages = 0;
        foreach (IndexedSource source in manifest.Sources)
        {
            Article article = host.Catalog.Find(source.Article!.Value, AccessScope.Public)!;
            Assert.Equal(source.ContentHash, article.Text);
            IReadOnlyList<Passage> cut = splitter.Split(article);
            Assert.Equal(
                cut.Select(p => p.Text),
                host.Catalog.GetPassages(article.Id, AccessScope.Public).Select(p => p.Text),
                StringComparer.Ordinal
            );
            passages += cut.Count;
        }

        Assert.Equal(passages, manifest.PassageCount);
        Assert.NotEmpty(await host.FindAsync($"What was written in round r{Rounds.GetNumber(manifest)}x?"));
        return Rounds.GetNumber(manifest);
    }
}
