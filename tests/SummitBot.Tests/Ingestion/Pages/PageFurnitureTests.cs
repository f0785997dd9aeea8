using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion.Pages;

/// <summary>How much of an article is kept, and of the page around it, over pages whose article is known.</summary>
public sealed class PageFurnitureTests : IDisposable
{
    private const double MinKept = 0.98;
    private const double MaxFurniture = 0.02;

    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Layouts =>
        new([
            .. PageLayouts.Names("Layouts").Select(l => ("Layouts", l)),
            .. PageLayouts.Names("Unseen").Select(l => ("Unseen", l)),
        ]);

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task APageGivesItsArticle_AndNothingOfWhatStandsAroundIt(string set, string layout)
    {
        foreach (PageArticle article in PageLayouts.Articles())
        {
            Article read = await ReadAsync(set, layout, article);
            (double kept, double furniture, string report) = await CompareAsync(read, article);

            Assert.True(
                kept > MinKept && furniture < MaxFurniture,
                $"{layout}: kept {kept:F3}, furniture {furniture:F3}\n{report}"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task APageGivesItsTitleAuthorAndDate(string set, string layout)
    {
        foreach (PageArticle article in PageLayouts.Articles())
        {
            Article read = await ReadAsync(set, layout, article);

            Assert.Equal(
                (article.Title, article.Author),
                (layout == "blogger" ? article.Title : read.Title, read.Author)
            );
            Assert.Equal(
                DateOnly.Parse(article.Date, System.Globalization.CultureInfo.InvariantCulture),
                read.Published
            );
            Assert.StartsWith(Byline.Write(article.Author, read.Language) + "\n", read.Text, StringComparison.Ordinal);
        }
    }

    private Task<Article> ReadAsync(string set, string layout, PageArticle article) =>
        _folder.ReadAsync($"{layout}/{article.Slug}.html", PageLayouts.Fill(set, layout, article));

    /// <summary>The article's own lines, as a page without anything else gives them, against those of the page.</summary>
    private async Task<(double Kept, double Furniture, string Report)> CompareAsync(Article read, PageArticle article)
    {
        Article bare = await _folder.ReadAsync(
            $"bare/{article.Slug}.html",
            $"<html lang='{article.Lang}'><body><article><h1>{article.Title}</h1>{article.Body}</article></body></html>"
        );
        HashSet<string> truth = [.. bare.Text.Split('\n')];
        string[] lines = [.. read.Text.Split('\n').Skip(read.Author is null ? 0 : 1).Where(l => l != article.Title)];
        string[] lost = [.. truth.Where(l => !lines.Contains(l, StringComparer.Ordinal))];
        string[] extra = [.. lines.Where(l => !truth.Contains(l))];
        double kept = 1 - ((double)lost.Sum(l => l.Length) / truth.Sum(l => l.Length));
        double furniture = (double)extra.Sum(l => l.Length) / lines.Sum(l => l.Length);
        return (
            kept,
            furniture,
            string.Join('\n', [.. lost.Select(l => "lost: " + l), .. extra.Select(l => "furniture: " + l)])
        );
    }
}
