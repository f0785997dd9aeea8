using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

public sealed class MetadataLimitsTests : IDisposable
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("word", 8_000));

    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.md", "---\ntitle: {0}\npublisher: {0}\nurl: https://example.org/{1}\n---\nThe leaders met.")]
    [InlineData(
        "a.html",
        "<title>{0}</title><meta property=og:site_name content='{0}'><link rel=canonical href='https://example.org/{1}'><p>The leaders met."
    )]
    public async Task LongTitlesPublishersAndAddresses_AreCutOrLeftOut_WithAWordInTheReport(string name, string text)
    {
        string address = Long.Replace(' ', '/')[..3_000];
        _folder.Write(
            name,
            text.Replace("{0}", Long, StringComparison.Ordinal).Replace("{1}", address, StringComparison.Ordinal)
        );

        ArticleReadResult result = await _folder.ReadAsync(name);

        Assert.EndsWith("word word…", result.Article!.Title, StringComparison.Ordinal);
        Assert.InRange(result.Article.Title.Length, 290, 300);
        Assert.InRange(result.Article.Publisher!.Length, 190, 200);
        Assert.Null(result.Article.Url);
        Assert.Equal(
            [
                "The title has 39,999 characters, the limit is 300: it was cut. Shorten it in the file.",
                "The url has 3,020 characters, the limit is 2,000: it was left out. Shorten it in the file.",
                "The publisher has 39,999 characters, the limit is 200: it was cut. Shorten it in the file.",
            ],
            result.Notices
        );
    }

    [Fact]
    public async Task ATitleWithoutSpaces_IsCutBetweenCharacters()
    {
        Article article = await _folder.ReadAsync(
            "a.md",
            $"---\ntitle: {string.Concat(Enumerable.Repeat("🌉", 200))}\n---\nThe leaders met."
        );

        Assert.Equal(string.Concat(Enumerable.Repeat("🌉", 149)) + "…", article.Title);
    }

    [Fact]
    public async Task MetadataWithinTheLimits_AreNotMentioned()
    {
        _folder.Write("a.md", $"---\ntitle: {Long[..299]}\n---\nThe leaders met.");

        ArticleReadResult result = await _folder.ReadAsync("a.md");

        Assert.Equal(Long[..299], result.Article!.Title);
        Assert.Empty(result.Notices);
    }

    [Fact]
    public async Task AHeadingAsLongAsAText_IsText()
    {
        Article article = await _folder.ReadAsync("a.md", $"# Title\n\n## Short\n\n## {Long}\n\nThe leaders met.");

        Assert.Equal(["Short"], ArticleFolder.GetHeadings(article));
        Assert.Contains(Long, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVeryLongFrontMatter_IsRefused()
    {
        _folder.Write("a.md", $"---\nnotes: {Long}{Long}{Long}\n---\nThe leaders met.");

        ArticleReadFailure failure = await _folder.FailureAsync("a.md");

        Assert.Equal(ArticleReadError.Malformed, failure.Error);
        Assert.Contains("the limit is 100,000", failure.Reason, StringComparison.Ordinal);
    }
}
