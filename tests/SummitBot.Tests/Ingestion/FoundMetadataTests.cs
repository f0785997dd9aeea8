using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

/// <summary>Metadata in the formats of site generators and note programs.</summary>
public sealed class FoundMetadataTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("---\ndate: 2024-03-12T09:30:00+01:00\n---\n")]
    [InlineData("---\npublished: 2024-03-12\ndate: 2020-01-01\n---\n")]
    [InlineData("---\nlastmod: 2024-03-12\n---\n")]
    [InlineData("---\ndate: nonsense\nlastmod: 2024-03-12\n---\n")]
    [InlineData("+++\ndate = 2024-03-12T09:30:00Z\n+++\n")]
    [InlineData("+++\ndate = \"2024-03-12\"\n+++\n")]
    public async Task TheDay_IsFoundUnderItsDifferentNames(string frontMatter)
    {
        Article article = await _folder.ReadAsync("a.md", frontMatter + "The barrier opens.");

        Assert.Equal(new DateOnly(2024, 3, 12), article.Published);
    }

    [Fact]
    public async Task TheDayThatAFileNameBeginsWith_IsTheDay_WhenTheFileSaysNone()
    {
        Article named = await _folder.ReadAsync("posts/2024-03-12-barrier.md", "It opens.");
        Article dated = await _folder.ReadAsync("2024-03-12-dated.md", "---\ndate: 2024-04-01\n---\nIt opens.");
        Article other = await _folder.ReadAsync("2024-03-123.md", "It opens.");

        Assert.Equal(("Barrier", new DateOnly(2024, 3, 12)), (named.Title, named.Published));
        Assert.Equal(new DateOnly(2024, 4, 1), dated.Published);
        Assert.Null(other.Published);
    }

    [Theory]
    [InlineData(
        "---\nauthor: Ada Quill\ntags: [sea, flood]\ndescription: On the barrier.\nlang: en-GB\nslug: sea-wall\n---\n"
    )]
    [InlineData(
        "---\nauthors:\n  - name: Ada Quill\n    title: Editor\ncategories: [sea]\nkeywords: flood\nsummary: On the barrier.\nlang: en\nslug: /sea-wall/\n---\n"
    )]
    [InlineData(
        "+++\nauthors = [\"Ada Quill\"]\ndescription = \"On the barrier.\"\nlang = \"en\"\nslug = \"sea-wall\"\n[taxonomies]\ntags = [\"sea\", \"flood\"]\n+++\n"
    )]
    public async Task AuthorTagsDescriptionLanguageAndSlug_AreFound(string frontMatter)
    {
        _folder.Write("news/a.md", frontMatter + "Il testo.");
        ArticleFile file = Assert.Single(_folder.Find().Files);

        Article article = (await _folder.ReadOneAsync(file)).Article!;

        Assert.Equal(
            ("news-sea-wall", "Ada Quill", "On the barrier.", "en"),
            (article.Id.Value, article.Author, article.Description, article.Language)
        );
        Assert.Equal(["flood", "sea"], article.Tags.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("---\ndraft: true\n---\n")]
    [InlineData("---\npublished: false\n---\n")]
    [InlineData("+++\ndraft = true\n+++\n")]
    public async Task ADraft_IsLeftOut_AndSaidToBeOne(string frontMatter)
    {
        _folder.Write("a.md", frontMatter + "Not yet.");

        ArticleReadFailure failure = await _folder.FailureAsync("a.md");

        Assert.Equal((ArticleReadError.Draft, true), (failure.Error, failure.IsLeftOut));
        Assert.Contains("draft", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishedTrue_IsNoDay_AndNoDraft()
    {
        Article article = await _folder.ReadAsync("a.md", "---\npublished: true\ndate: 2024-03-12\n---\nIt opens.");

        Assert.Equal(new DateOnly(2024, 3, 12), article.Published);
    }

    [Fact]
    public async Task TomlThatCannotBeRead_IsRefused_WithItsLine()
    {
        _folder.Write("a.md", "+++\ntitle = \"x\"\ndate = \n+++\nIt opens.");

        ArticleReadFailure failure = await _folder.FailureAsync("a.md");

        Assert.Equal(ArticleReadError.Malformed, failure.Error);
        Assert.Contains("TOML", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APage_SaysItsAuthorTagsAndDescription_InItsHeadOrItsStructuredData()
    {
        Article head = await _folder.ReadAsync(
            "a.html",
            "<head><meta name=author content='Ada Quill'><meta name=description content='On the barrier.'><meta property='article:tag' content=sea><meta property='article:tag' content=flood></head><p>It opens.</p>"
        );
        Article data = await _folder.ReadAsync(
            "b.html",
            """<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Barrier","datePublished":"2024-03-12","author":[{"name":"Ada Quill"}],"keywords":"sea, flood","description":"On the barrier.","publisher":{"name":"The Coast News"},"inLanguage":"en"}]}</script><p>Il testo.</p>"""
        );

        foreach (Article article in (Article[])[head, data])
        {
            Assert.Equal(("Ada Quill", "On the barrier."), (article.Author, article.Description));
            Assert.Equal(["sea", "flood"], article.Tags);
        }

        Assert.Equal(
            ("The Coast News", "en", new DateOnly(2024, 3, 12)),
            (data.Publisher, data.Language, data.Published)
        );
    }
}
