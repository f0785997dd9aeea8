using System.Globalization;
using SummitBot.Core.Articles;
using SummitBot.Web.Pages;

namespace SummitBot.Web.Articles;

/// <summary>All articles, the newest first, those without a date at the end.</summary>
public static class ArticleListPage
{
    public static Page Of(IReadOnlyList<ArticleSummary> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        IEnumerable<Html> items = articles
            .OrderByDescending(a => a.Published ?? DateOnly.MinValue)
            .ThenBy(a => a.Id)
            .Select(Item);
        return new Page(
            "Articles",
            Html.Of(
                $"""
                <h1>Articles</h1>
                <p>{articles.Count} in all.</p>
                <ul class="articles">
                {Html.Concat(items)}
                </ul>
                """
            )
        );
    }

    private static Html Item(ArticleSummary article) =>
        Html.Of(
            $"<li dir=\"auto\"><a href=\"/articles/{Uri.EscapeDataString(article.Id.Value)}\">{article.Title}</a> {Date(article.Published)}</li>\n"
        );

    private static Html Date(DateOnly? published) =>
        published is { } date
            ? Html.Of($"<time>{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</time>")
            : Html.Empty;
}
