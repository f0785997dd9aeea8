using System.Globalization;

namespace SummitBot.Core.Articles;

/// <summary>
/// What stands over every passage of an article and is searched with it: the title, the heading, and the month and year
/// of publication, since news say "today" where a question says "in September 2023".
/// </summary>
public static class ArticleContext
{
    public static string Format(ArticleSummary article, string? heading)
    {
        ArgumentNullException.ThrowIfNull(article);
        string month = article.Published is { } day ? day.ToString("MMMM yyyy", GetCulture(article.Language)) : "";
        return $"{article.Title}\n{heading}\n{month}";
    }

    private static CultureInfo GetCulture(string language) =>
        language.Length == 2 ? CultureInfo.GetCultureInfo(language) : CultureInfo.InvariantCulture;
}
