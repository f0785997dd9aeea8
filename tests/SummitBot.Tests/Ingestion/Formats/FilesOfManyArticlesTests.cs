using System.Globalization;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Passages;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Ingestion.Formats;

public sealed class FilesOfManyArticlesTests : IDisposable
{
    private readonly ArticleFolder _folder = new();
    private readonly TemporaryFolder _index = new();

    public void Dispose()
    {
        _folder.Dispose();
        _index.Dispose();
    }

    [Fact]
    public async Task AnArticleThatIsGoneFromItsFile_LeavesTheIndex_AndTheOthersKeepTheirIds()
    {
        using var host = new IndexHost(_index["index"]);
        var indexer = new CorpusIndexer(_folder.Reader, host.Index, new PassageSplitter(), TimeProvider.System);
        _folder.Write("posts.jsonl", Lines("Apples are red.", "Bananas are yellow.", "Cherries are dark."));
        await IndexAsync(indexer);
        Assert.Equal(["posts-0", "posts-1", "posts-2"], Ids(host));

        _folder.Write("posts.jsonl", Lines("Apples are red.", null, "Cherries are bright red."));
        IndexingReport changed = await IndexAsync(indexer);
        IndexingReport unchanged = await IndexAsync(indexer);

        Assert.Equal((0, 1, 1, 1), (changed.Added, changed.Replaced, changed.Removed, changed.Unchanged));
        Assert.Equal(["posts-0", "posts-2"], Ids(host));
        Assert.Empty(await host.FindAsync("bananas"));
        Assert.False(unchanged.Committed);
    }

    [Fact]
    public async Task AnEntryThatCannotBeRead_IsNamed_AndTheOthersAreRead_OnEveryRun()
    {
        using var host = new IndexHost(_index["index"]);
        var indexer = new CorpusIndexer(_folder.Reader, host.Index, new PassageSplitter(), TimeProvider.System);
        string zip = _folder.Write(
            "a.zip",
            Samples.Zip(
                ("good.md", "Apples are red."),
                ("bad.md", "---\ntitle: ["),
                ("logo.png", "x"),
                (".hidden.md", "x")
            )
        );

        foreach (bool isFirst in (bool[])[true, false])
        {
            IndexingReport report = await IndexAsync(indexer);

            Assert.Equal($"{zip}#bad.md", Assert.Single(report.Failures).Source);
            Assert.Equal($"{zip}#logo.png", Assert.Single(report.LeftOut).Source);
            Assert.Equal(["a-good"], Ids(host));
            Assert.Equal(isFirst, report.Committed);
        }
    }

    [Fact]
    public async Task TheSameMessageTwice_IsOneArticle_AndAnAttachmentIsOneOfItsOwn()
    {
        string message = """
            From a@example.org Tue Mar 12 10:00:00 2024
            From: Ada Quill <a@example.org>
            Subject: Barrier
            Message-ID: <1@example.org>
            Date: Tue, 12 Mar 2024 23:30:00 -0500

            The barrier opens at noon.
            -- 
            Ada Quill, Press office

            """;
        _folder.Write("a.mbox", message + message);

        Article article = (await ReadAllAsync("a.mbox")).Select(r => r.Article).OfType<Article>().Single();

        Assert.Equal(
            ("a-1-example.org", "Barrier", "By Ada Quill\nThe barrier opens at noon.", "Ada Quill", "2024-03-12"),
            (article.Id.Value, article.Title, article.Text, article.Author, Samples.Day(article.Published))
        );
    }

    [Fact]
    public async Task AnExportOfWordPress_GivesWhatIsPublished_AndNamesTheRest()
    {
        _folder.Write(
            "a.xml",
            Export(
                Post("one", "publish", "post", "First.\n\nSecond, by [caption id=\"x\"]us[/caption]."),
                Post("two", "draft", "post", "Not yet."),
                Post("three", "publish", "post", "Secret.", "<wp:post_password>p</wp:post_password>"),
                Post("four", "inherit", "attachment", "picture")
            )
        );

        IReadOnlyList<ArticleReadResult> results = await ReadAllAsync("a.xml");

        Article article = Assert.Single(results.Select(r => r.Article).OfType<Article>());
        Assert.Equal(("a-one", "The blog"), (article.Id.Value, article.Publisher));
        Assert.Equal(["First.", "Second, by us ."], article.Text.Split('\n'));
        Assert.Equal(
            ["a.xml#two", "a.xml#three"],
            results.Where(r => !r.Succeeded).Select(r => Path.GetFileName(r.Source))
        );
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.Equal(ArticleReadError.Draft, r.Failure!.Error));
    }

    [Fact]
    public async Task Json_IsReadByTheSettingsPaths_WhereTheKeysAreOthers()
    {
        using var folder = new ArticleFolder(o =>
            o.JsonFields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["items"] = "result.hits",
                ["text"] = "fields.plain",
                ["title"] = "fields.head",
            }
        );
        string path = folder.Write(
            "a.json",
            """{"result":{"hits":[{"id":7,"fields":{"head":"Barrier","plain":["It opens at noon.","It shuts at six."]},"date":"2024-03-12T10:00:00Z","author":{"name":"Ada Quill"},"tags":["sea","flood"]}]}}"""
        );

        ArticleReadResult result = Assert.Single(
            await folder.Reader.ReadAsync(folder.Find(path).Files[0], TestContext.Current.CancellationToken)
        );

        Article article = result.Article!;
        Assert.Equal(
            ("a-7", "Barrier", "By Ada Quill\nIt opens at noon.\nIt shuts at six."),
            (article.Id.Value, article.Title, article.Text)
        );
        Assert.Equal(("Ada Quill", "2024-03-12"), (article.Author, Samples.Day(article.Published)));
        Assert.Equal(["sea", "flood"], article.Tags);
    }

    [Fact]
    public async Task ALineThatIsNoJson_IsNamedByItsNumber_AndTheOthersAreRead()
    {
        _folder.Write("a.jsonl", "{\"id\":\"x\",\"text\":\"Fine.\"}\n\n{oops\n{\"id\":\"y\",\"title\":\"No text\"}\n");

        IReadOnlyList<ArticleReadResult> results = await ReadAllAsync("a.jsonl");

        Assert.Equal(["a.jsonl#x", "a.jsonl#line 3", "a.jsonl#y"], results.Select(r => Path.GetFileName(r.Source)));
        Assert.Equal([true, false, false], results.Select(r => r.Succeeded));
        Assert.StartsWith("Line 3: ", results[1].Failure!.Reason, StringComparison.Ordinal);
        Assert.Contains("JsonFields:text", results[2].Failure!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task XmlOfAnotherKind_IsLeftOut_WithItsReason()
    {
        _folder.Write("a.xml", "<project><target/></project>");

        ArticleReadFailure failure = await _folder.FailureAsync("a.xml");

        Assert.True(failure.IsLeftOut);
        Assert.Contains("<project>", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.csv", "Name;Born\nAda Quill;1815\n")]
    [InlineData("a.csv", "Name,Born\n\"Quill, \"\"Ada\"\"\",1815\n")]
    [InlineData("a.tsv", "Name\tBorn\nAda Quill\t1815\n")]
    public async Task ATable_IsReadByItsOwnDelimiter(string name, string text)
    {
        Article article = await _folder.ReadAsync(name, text);

        Assert.StartsWith("Name: ", article.Text, StringComparison.Ordinal);
        Assert.EndsWith("; Born: 1815.", article.Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<ArticleReadResult>> ReadAllAsync(string name) =>
        await _folder.Reader.ReadAsync(
            Assert.Single(_folder.Find(_folder.GetPath(name)).Files),
            TestContext.Current.CancellationToken
        );

    private Task<IndexingReport> IndexAsync(CorpusIndexer indexer) =>
        indexer.IndexAsync(new IndexingRequest([_folder.Path]), null, TestContext.Current.CancellationToken);

    private static string[] Ids(IndexHost host) => [.. host.Catalog.List(AccessScope.Public).Select(a => a.Id.Value)];

    private static string Lines(params string?[] texts) =>
        string.Concat(
            texts.Select(
                (text, i) =>
                    text is null
                        ? ""
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $$"""{"id":{{i}},"title":"Post {{i}}","text":"{{text}}"}{{"\n"}}"""
                        )
            )
        );

    private static string Export(params string[] items) =>
        $"""
            <rss xmlns:content="content" xmlns:wp="wp"><channel><title>The blog</title>{string.Concat(
                items
            )}</channel></rss>
            """;

    private static string Post(string name, string status, string type, string content, string more = "") =>
        $"<item><title>{name}</title><content:encoded><![CDATA[<em></em>{content}]]></content:encoded><wp:post_name>{name}</wp:post_name><wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type>{more}</item>";
}
