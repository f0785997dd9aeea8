using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Cli.Corpus;

/// <summary>An article as JSON. Ranges are UTF-16 units of <c>text</c>, the text that citations refer to.</summary>
/// <param name="Published"><c>yyyy-MM-dd</c>, or null.</param>
/// <param name="Source">The file it was read from.</param>
public sealed record ArticleDocument(
    string Id,
    string Title,
    DateOnly? Published,
    string? Url,
    string? Publisher,
    string? Author,
    string Language,
    string Source,
    string Text,
    IReadOnlyList<RangeDocument> Headings,
    IReadOnlyList<PassageRangeDocument> Passages
)
{
    public static ArticleDocument From(Article article, IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleDocument(
            article.Id.Value,
            article.Title,
            article.Published,
            article.Url?.AbsoluteUri,
            article.Publisher,
            article.Author,
            article.Language,
            article.Source,
            article.Text,
            [.. article.Headings.Select(h => new RangeDocument(h.Start, h.End))],
            [.. passages.Select(p => new PassageRangeDocument(p.Id.ToString(), p.Range.Start, p.Range.End))]
        );
    }
}

/// <summary>The range of a passage in its article, as JSON.</summary>
public sealed record PassageRangeDocument(string Id, int Start, int End);

/// <summary>A half-open range as JSON, UTF-16 units of the article's text.</summary>
public sealed record RangeDocument(int Start, int End);
