using System.Globalization;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;

namespace SummitBot.Cli.Corpus;

/// <summary>Where a reader finds an article.</summary>
public static class ArticlePlace
{
    /// <summary>The public address; else the file, relative when it lies below the current folder.</summary>
    public static string Of(ArticleSummary article)
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
    public static string DateAndPlaceOf(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        string place = DateAndPlaceOf(citation.Article);
        return citation.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"{place}, page {page}") : place;
    }

    /// <summary><c>2023-09-13, corpus/summit.md</c>; the place alone when there is no date.</summary>
    public static string DateAndPlaceOf(ArticleSummary article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Published is { } date
            ? string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}, {Of(article)}")
            : Of(article);
    }
}
