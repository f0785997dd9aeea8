using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion.Pages;

/// <summary>Lines that many pages of a folder share.</summary>
public sealed class SiteLinesTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ALineOnManyPagesOfAFolder_IsLeftOut()
    {
        for (int i = 0; i < 12; i++)
        {
            _folder.Write($"site/page{i}.html", CreatePage(i, "Our shop in the old mill is open on market days."));
        }

        Article article = await _folder.ArticleAsync("site/page3.html");

        Assert.Equal("Story number 3 tells of a fox in the bakery.\nIt ate 3 loaves.", article.Text);
    }

    [Fact]
    public async Task ALineOnAFewPages_Stays()
    {
        for (int i = 0; i < 3; i++)
        {
            _folder.Write($"site/page{i}.html", CreatePage(i, "Our shop in the old mill is open on market days."));
        }

        Article article = await _folder.ArticleAsync("site/page1.html");

        Assert.EndsWith("Our shop in the old mill is open on market days.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesThatAreAllAlike_KeepTheirText()
    {
        for (int i = 0; i < 6; i++)
        {
            _folder.Write($"site/page{i}.html", "<p>The same words stand on every page of this folder.</p>");
        }

        Article article = await _folder.ArticleAsync("site/page1.html");

        Assert.Equal("The same words stand on every page of this folder.", article.Text);
    }

    private static string CreatePage(int number, string line) =>
        $"<html><body><div><p>Story number {number} tells of a fox in the bakery.</p><p>It ate {number} loaves.</p><p>{line}</p></div></body></html>";
}
