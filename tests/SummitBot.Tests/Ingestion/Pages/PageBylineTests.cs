using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion.Pages;

public sealed class PageBylineTests : IDisposable
{
    private const string Text =
        "<p>The harbour bridge reopened on Monday after nine months of repairs that cost 14 million.</p>";

    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<p>By <span>Lena Ford</span></p>", "Lena Ford", null)]
    [InlineData("<p class=byline>By Lena Ford and Tom Hale</p>", "Lena Ford and Tom Hale", null)]
    [InlineData("<p>Posted on May 4, 2026 by Lena Ford</p>", "Lena Ford", "2026-05-04")]
    [InlineData("<p>Lena Ford | 4 May 2026, 10:30 | 3 min read</p>", "Lena Ford", "2026-05-04")]
    [InlineData(
        "<div class=meta><span class=author-name>Lena Ford</span><span>4 May 2026</span></div>",
        "Lena Ford",
        "2026-05-04"
    )]
    [InlineData("<p>Von Jörg Weiß</p><p>5. Juni 2025</p>", "Jörg Weiß", "2025-06-05")]
    [InlineData("<p>Por María de la Cruz</p>", "María de la Cruz", null)]
    [InlineData("<p>Автор: Анна Петрова</p>", "Анна Петрова", null)]
    [InlineData("<meta name=author content='Lena Ford'>", "Lena Ford", null)]
    [InlineData("<meta property='article:author' content='https://example.org/lena'>", null, null)]
    [InlineData(
        "<script type='application/ld+json'>{\"author\":[{\"name\":\"Lena Ford\"},{\"name\":\"Tom Hale\"}]}</script>",
        "Lena Ford, Tom Hale",
        null
    )]
    [InlineData("<p>By Monday the bridge was open again and people came to see it from both sides.</p>", null, null)]
    [InlineData(
        "<p>Published in 2019, the book was a success and sold forty thousand copies in a year.</p>",
        null,
        null
    )]
    public async Task APageNamesItsAuthorAndDate(string markup, string? author, string? day)
    {
        Article article = await _folder.ReadAsync(
            "a.html",
            $"<html><body><article>{markup}{Text}</article></body></html>"
        );

        Assert.Equal(author, article.Author);
        Assert.Equal(day, article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("The harbour bridge reopened", article.Text, StringComparison.Ordinal);
        Assert.Equal(author is not null, Byline.NameIn(article.Text.Split('\n')[0], article.Summary) is not null);
    }
}
