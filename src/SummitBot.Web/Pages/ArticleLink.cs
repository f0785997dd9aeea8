using System.Globalization;
using SummitBot.Core.Articles;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Pages;

/// <summary>An article as an item of a list: its title, linked to its page, and its date.</summary>
internal static class ArticleLink
{
    public static Html Render(ArticleSummary article) => Html.From($"<li dir=\"auto\">{Content(article)}</li>\n");

    /// <summary>What stands in the item.</summary>
    public static Html Content(ArticleSummary article) =>
        Html.From($"<a href=\"{GetAddress(article.Id)}\">{article.Title}</a> {Date(article.Published)}");

    public static string GetAddress(ArticleId id) => $"/articles/{Uri.EscapeDataString(id.Value)}";

    private static Html Date(DateOnly? published) =>
        published is { } date
            ? Html.From($"<time>{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</time>")
            : Html.Empty;
}
