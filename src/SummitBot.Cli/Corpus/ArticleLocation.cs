using System.Globalization;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;

namespace SummitBot.Cli.Corpus;

/// <summary>Where a reader finds an article.</summary>
public static class ArticleLocation
{
    /// <summary>The public address; else the file, relative when it lies below the current folder.</summary>
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

    /// <summary>As for the article, with the page where it has pages: <c>2023-09-13, corpus/report.pdf, page 3</c>.</summary>
    public static string FormatWithDate(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        string place = FormatWithDate(citation.Article);
        return citation.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"{place}, page {page}") : place;
    }

    /// <summary><c>Lena Ford, 2023-09-13, corpus/summit.md</c>; without what is not known.</summary>
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
