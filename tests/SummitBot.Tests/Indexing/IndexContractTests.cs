using Microsoft.Extensions.Time.Testing;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Indexing;

public sealed class IndexContractTests : IDisposable
{
    private static readonly Article Summit = new()
    {
        Id = new ArticleId("vostochny-summit"),
        Title = "Kim and Putin meet",
        Text =
            "The meeting\nMr. Kim arrived by train. He met Mr. Putin at the cosmodrome.\nWeapons\nArtillery shells were discussed.",
        Published = new DateOnly(2023, 9, 13),
        Url = new Uri("https://news.example/kim?a=1#b"),
        Publisher = "Example News",
        Language = "en",
        Headings = [new TextRange(0, 11), new TextRange(74, 81)],
        Source = "/corpus/vostochny summit.md",
    };

    private static readonly Article Bare = IndexHost.CreateArticle("bare", "Nothing but text about rockets.");

    private readonly TemporaryFolder _folder = new();
    private readonly IndexHost _host;

    public IndexContractTests() => _host = new IndexHost(_folder["index"]);

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void ReadManifest_WhereNoIndexIs_IsNullAndSaysMissing()
    {
        Assert.Null(_host.Index.ReadManifest(out IndexError? error));
        Assert.Equal(IndexError.Missing, error);
        Assert.False(Directory.Exists(_folder["index"]), "looking must not make the folder");
    }

    [Fact]
    public async Task Reading_WhereNoIndexIs_SaysHowToFixIt()
    {
        IndexUnavailableException error = await Assert.ThrowsAsync<IndexUnavailableException>(() =>
            _host.FindAsync("Why?")
        );
        Assert.Equal(IndexError.Missing, error.Error);
        Assert.Contains("run `summitbot index`", error.Message, StringComparison.Ordinal);
        Assert.Throws<IndexUnavailableException>(() => _host.Catalog.List(AccessScope.Public));
        Assert.Throws<IndexUnavailableException>(() => _host.Catalog.Find(Summit.Id, AccessScope.Public));
        Assert.Throws<IndexUnavailableException>(() => _host.Catalog.GetPassages(Summit.Id, AccessScope.Public));
        Assert.Throws<IndexUnavailableException>(() => _host.Statistics.PassageCount("en", AccessScope.Public));
    }

    [Fact]
    public void Commit_ThenReadManifest_GivesBackAllOfIt()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.Zero));
        using var host = new IndexHost(_folder["timed"], time);
        IndexedSource[] sources =
        [
            IndexHost.CreateSource(Summit),
            new(
                new ArticleFile("/corpus/bad.md", "bad.md", 7, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
                null,
                null,
                new ArticleReadFailure("/corpus/bad.md", ArticleReadError.Binary, "It is no text.")
            ),
        ];
        using (IPassageIndexWriter writer = host.Index.OpenWriter(rebuild: true))
        {
            IndexHost.Put(writer, Summit);
            writer.Commit(["/corpus", "/more"], isExplicit: true, sources);
        }

        IndexManifest? manifest = host.Index.ReadManifest(out IndexError? error);

        Assert.NotNull(manifest);
        Assert.Null(error);
        Assert.Equal(["/corpus", "/more"], manifest.Corpus);
        Assert.True(manifest.IsExplicit);
        Assert.Equal(sources, manifest.Sources);
        Assert.Equal(time.GetUtcNow(), manifest.CommittedAt);
        Assert.Equal(new PassageSplitter().Split(Summit).Count, manifest.PassageCount);
    }

    [Fact]
    public void Find_AfterCommit_GivesTheWholeArticle()
    {
        _host.Build(Summit, Bare);

        Article? summit = _host.Catalog.Find(Summit.Id, AccessScope.Public);

        Assert.NotNull(summit);
        Assert.Equal(Summit.Headings, summit.Headings);
        Assert.Equal(Summit, summit with { Headings = Summit.Headings });
        Assert.Equal(Bare, _host.Catalog.Find(Bare.Id, AccessScope.Public)! with { Headings = Bare.Headings });
        Assert.Null(_host.Catalog.Find(new ArticleId("none"), AccessScope.Public));
    }

    [Fact]
    public void List_GivesAllSummariesById()
    {
        _host.Build(Summit, Bare);
        Assert.Equal([Bare.Summary, Summit.Summary], _host.Catalog.List(AccessScope.Public));
    }

    [Fact]
    public void PassagesOf_GivesThePassagesAsTheSplitterMadeThem()
    {
        _host.Build(Bare, Summit);
        IReadOnlyList<Passage> expected = new PassageSplitter().Split(Summit);

        IReadOnlyList<Passage> actual = _host.Catalog.GetPassages(Summit.Id, AccessScope.Public);

        Assert.Equal(2, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equivalent(pair.First, pair.Second, strict: true));
        Assert.Equal(["The meeting", "Weapons"], actual.Select(p => p.Heading), StringComparer.Ordinal);
        Assert.Empty(_host.Catalog.GetPassages(new ArticleId("none"), AccessScope.Public));
    }

    [Fact]
    public void AnEmptyIndex_IsNoError()
    {
        _host.Build();
        Assert.NotNull(_host.Index.ReadManifest(out _));
        Assert.Empty(_host.Catalog.List(AccessScope.Public));
        Assert.Equal(0, _host.Statistics.PassageCount("en", AccessScope.Public));
    }

    [Fact]
    public async Task RetrieveAsync_GivesPassageArticleAndScore()
    {
        _host.Build(Summit, Bare);

        RetrievedPassage found = (await _host.RetrieveAsync(new RetrievalQuery("Who was at the cosmodrome?", "en")))[0];

        Assert.Equal("vostochny-summit#1", found.Passage.Id.ToString());
        Assert.Equal(Summit.Summary, found.Article);
        Assert.True(found.Score > 0);
        Assert.Equal(found.Passage.Range.Slice(Summit.Text), found.Passage.Text);
        Assert.All(found.Passage.Sentences, s => Assert.Equal(s.Slice(Summit.Text), found.Passage.GetText(s)));
    }

    [Theory]
    [InlineData("zebra giraffe")]
    [InlineData("")]
    [InlineData("?!")]
    public async Task RetrieveAsync_WhenNoWordIsShared_IsEmpty(string question)
    {
        _host.Build(Summit, Bare);
        Assert.Empty(await _host.FindAsync(question));
    }

    [Fact]
    public async Task RetrieveAsync_OfAVeryLongQuestion_StillFinds()
    {
        _host.Build(Summit, Bare);
        string question = "rockets " + string.Join(' ', Enumerable.Range(0, 2_000).Select(i => $"word{i}"));
        Assert.Equal(["bare#1"], await _host.FindAsync(question));
    }

    [Fact]
    public async Task RetrieveAsync_WhenCancelled_Throws()
    {
        _host.Build(Bare);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _host.Retriever.RetrieveAsync(new RetrievalQuery("rockets", "en"), new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public async Task Put_OfAKnownId_ReplacesArticleAndPassages()
    {
        _host.Build(Summit, Bare);
        Article changed = IndexHost.CreateArticle("bare", "Submarines dive.");
        _host.Write(rebuild: false, changed);

        Assert.Empty(await _host.FindAsync("rockets"));
        Assert.Equal(["bare#1"], await _host.FindAsync("submarines"));
        Assert.Equal("Submarines dive.", _host.Catalog.Find(Bare.Id, AccessScope.Public)?.Text);
        Assert.Equal(2, _host.Catalog.List(AccessScope.Public).Count);
        Assert.NotEmpty(await _host.FindAsync("cosmodrome"));
    }

    [Fact]
    public async Task Remove_TakesArticleAndPassagesAway()
    {
        _host.Build(Summit, Bare);
        using (IPassageIndexWriter writer = _host.Index.OpenWriter(rebuild: false))
        {
            writer.Remove(Summit.Id);
            writer.Remove(new ArticleId("never-there"));
            writer.Commit(["/corpus"], isExplicit: false, [IndexHost.CreateSource(Bare)]);
        }

        Assert.Empty(await _host.FindAsync("cosmodrome"));
        Assert.Null(_host.Catalog.Find(Summit.Id, AccessScope.Public));
        Assert.Empty(_host.Catalog.GetPassages(Summit.Id, AccessScope.Public));
        Assert.Equal([Bare.Summary], _host.Catalog.List(AccessScope.Public));
        Assert.Equal(1, _host.Index.ReadManifest(out _)?.PassageCount);
        Assert.Equal(1, _host.Statistics.PassageCount("en", AccessScope.Public));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BeforeCommit_ReadersKeepTheOldIndex_AndDisposeThrowsTheRestAway(bool rebuild)
    {
        _host.Build(Summit);
        using (var stranger = new IndexHost(_folder["index"]))
        using (IPassageIndexWriter writer = _host.Index.OpenWriter(rebuild))
        {
            IndexHost.Put(writer, Bare);
            writer.Remove(Summit.Id);
            Assert.NotEmpty(await stranger.FindAsync("cosmodrome"));
            Assert.NotEmpty(await _host.FindAsync("cosmodrome"));
        }

        using var later = new IndexHost(_folder["index"]);
        Assert.Equal([Summit.Summary], later.Catalog.List(AccessScope.Public));
        Assert.Empty(await later.FindAsync("rockets"));
        using IPassageIndexWriter next = _host.Index.OpenWriter(rebuild: false);
    }

    [Fact]
    public async Task Rebuild_ReplacesEverything()
    {
        _host.Build(Summit);
        _host.Build(Bare);
        Assert.Equal([Bare.Summary], _host.Catalog.List(AccessScope.Public));
        Assert.Empty(await _host.FindAsync("cosmodrome"));
    }

    [Fact]
    public async Task AReader_SeesTheCommitOfAnotherHostAfterASecond()
    {
        var time = new FakeTimeProvider();
        using var reader = new IndexHost(_folder["index"], time);
        _host.Build(Summit);
        Assert.Empty(await reader.FindAsync("rockets"));

        _host.Write(rebuild: false, Bare);
        Assert.Empty(await reader.FindAsync("rockets"));
        time.Advance(TimeSpan.FromSeconds(1.1));

        Assert.Equal(["bare#1"], await reader.FindAsync("rockets"));
        Assert.Equal(2, reader.Catalog.List(AccessScope.Public).Count);
    }

    [Fact]
    public async Task AReader_OfAFolderThatWasEmptiedAndFilledAgain_SeesTheNewArticles()
    {
        var time = new FakeTimeProvider();
        using var reader = new IndexHost(_folder["index"], time);
        _host.Build(Summit);
        Assert.NotEmpty(await reader.FindAsync("cosmodrome"));

        Directory.Delete(_folder["index"], recursive: true);
        using (var other = new IndexHost(_folder["index"]))
        {
            other.Build(Bare);
        }

        time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Equal(["bare#1"], await reader.FindAsync("rockets"));
        Assert.Empty(await reader.FindAsync("cosmodrome"));
    }

    [Fact]
    public void Statistics_FollowTheNewestCommit()
    {
        _host.Build(Bare);
        string stem = _host.Terms.Analyze("rocket", "en")[0].Stem;
        Assert.Equal(1, _host.Statistics.PassageCount("en", AccessScope.Public));
        Assert.Equal(1, _host.Statistics.PassageFrequency(stem, "en", AccessScope.Public));
        Assert.Equal(0, _host.Statistics.PassageFrequency(stem, "es", AccessScope.Public));
        Assert.Equal(0, _host.Statistics.PassageCount("es", AccessScope.Public));

        _host.Write(rebuild: false, IndexHost.CreateArticle("second", "Two rockets rose."));

        Assert.Equal(2, _host.Statistics.PassageCount("en", AccessScope.Public));
        Assert.Equal(2, _host.Statistics.PassageFrequency(stem, "en", AccessScope.Public));
        Assert.Equal(0, _host.Statistics.PassageFrequency("zebra", "en", AccessScope.Public));
    }

    [Fact]
    public async Task Put_FromManyThreads_LosesNothing()
    {
        Article[] articles =
        [
            .. Enumerable
                .Range(0, 400)
                .Select(i => IndexHost.CreateArticle($"a{i}", $"Launch number {i} went well. The end of it.")),
        ];
        using (IPassageIndexWriter writer = _host.Index.OpenWriter(rebuild: true))
        {
            await Parallel.ForEachAsync(
                articles,
                TestContext.Current.CancellationToken,
                (article, _) =>
                {
                    IndexHost.Put(writer, article);
                    return ValueTask.CompletedTask;
                }
            );
            writer.Commit(["/corpus"], isExplicit: false, [.. articles.Select(IndexHost.CreateSource)]);
        }

        Assert.Equal(articles.Select(a => a.Summary).OrderBy(a => a.Id), _host.Catalog.List(AccessScope.Public));
        Assert.All(articles, a => Assert.Equal(a.Text, _host.Catalog.Find(a.Id, AccessScope.Public)?.Text));
        Assert.Equal("a217#1", (await _host.FindAsync("launch number 217"))[0]);
    }
}
