using System.Globalization;
using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

public sealed class CorpusReadingTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    private static string Corpus => Repository.GetPath("corpus");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryArticleOfTheCorpusIsReadWithItsMetadata()
    {
        ArticleFileListing listing = _folder.Find(Corpus);

        Assert.Empty(listing.Failures);
        Assert.Equal(Directory.GetFiles(Corpus, "*.md").Length, listing.Files.Count);
        foreach (ArticleFile file in listing.Files)
        {
            ArticleReadResult result = await _folder.ReadOneAsync(file);
            Assert.True(result.Succeeded, result.Failure?.Reason);
            ArticleFolder.AssertKeepsItsPromises(result.Article);
            Assert.Equal(Path.GetFileNameWithoutExtension(file.Path), result.Article.Id.Value);
            Assert.Equal("en", result.Article.Language);
            Assert.NotNull(result.Article.Published);
            Assert.NotEmpty(result.Article.Headings);
            Assert.DoesNotContain("#", result.Article.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheFoundingArticleKeepsItsTextLineForLine()
    {
        string source = Path.Combine(Corpus, "vostochny-summit.md");
        string body = (await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken)).Split("---\n")[2];

        ArticleFile file = Assert.Single(_folder.Find(source).Files);
        ArticleReadResult result = await _folder.ReadOneAsync(file);

        Assert.Equal(body.Trim(), result.Article?.Text);
        Assert.Equal(["Visit"], ArticleFolder.GetHeadings(result.Article!));
        Assert.Equal("Putin and Kim Jong-un meet at the Vostochny Cosmodrome", result.Article!.Title);
        Assert.Equal(new DateOnly(2023, 9, 13), result.Article.Published);
        Assert.Equal("vostochny-summit", result.Article.Id.Value);
    }

    [Fact]
    public async Task TheFoundingArticleReadsTheSameFromAPlainTextFile()
    {
        string source = await File.ReadAllTextAsync(
            Path.Combine(Corpus, "vostochny-summit.md"),
            TestContext.Current.CancellationToken
        );

        Article article = await _folder.ReadAsync("vostochny-summit.txt", source);

        Assert.Equal(source.Split("---\n")[2].Trim(), article.Text);
        Assert.Equal(["Visit"], ArticleFolder.GetHeadings(article));
    }

    [Fact]
    public async Task TheSameBytesGiveTheSameArticleInEveryCulture()
    {
        _folder.Write("a.md", "---\npublished: September 13, 2023\nlanguage: IT\n---\n# INFO I\n\nIl testo è qui.");
        Article expected = await _folder.ArticleAsync("a.md");
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Article inTurkish = await _folder.ArticleAsync("a.md");

            Assert.Equal("it", inTurkish.Language);
            Assert.Equal(expected with { Headings = [] }, inTurkish with { Headings = [] });
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
