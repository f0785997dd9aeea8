using System.Globalization;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;

namespace SummitBot.Cli.Corpus;

/// <summary>Formats where a reader finds an article.</summary>
public static class ArticleLocation
{
    /// <summary>The public address; otherwise the file, relative when it is below the current folder.</summary>
    public static string Format(ArticleSummary article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Url is not null)
        {
            return article.Url.AbsoluteUri;
        }

        string relative = Path.GetRelativePath(Environment.CurrentDirectory, article.Source);
        return relative.StartsWith("..", StringComparison.Ordinal) ? article.Source : relative;
    }

    /// <summary>
    /// Like the article's, with the page if it has pages: <c>2023-09-13, corpus/report.pdf, page 3</c>.
    /// </summary>
    public static string FormatWithDate(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        string place = FormatWithDate(citation.Article);
        return citation.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"{place}, page {page}") : place;
    }

    /// <summary><c>Lena Ford, 2023-09-13, corpus/summit.md</c>; unknown parts are left out.</summary>
    public static string FormatWithDate(ArticleSummary article)
    {
        ArgumentNullException.ThrowIfNull(article);
        string?[] parts =
        [
            article.Author,
            article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Format(article),
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }
}
