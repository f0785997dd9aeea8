using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers;

/// <summary>
/// A citation as JSON. <c>quote</c> equals the article's plain text from <c>start</c> to <c>end</c> in UTF-16 units,
/// always.
/// </summary>
/// <param name="Published"><c>yyyy-MM-dd</c>, or null.</param>
public sealed record CitationDocument(
    int Number,
    string ArticleId,
    string Title,
    string? Url,
    DateOnly? Published,
    string PassageId,
    string Quote,
    int Start,
    int End
)
{
    /// <summary>The page where the quote begins, from 1; left out for an article without pages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>Who wrote the article; left out when it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Author { get; init; }

    public static CitationDocument From(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return new CitationDocument(
            citation.Number,
            citation.Article.Id.Value,
            citation.Article.Title,
            citation.Article.Url?.AbsoluteUri,
            citation.Article.Published,
            citation.Passage.ToString(),
            citation.Quote,
            citation.Range.Start,
            citation.Range.End
        )
        {
            Page = citation.Page,
            Author = citation.Article.Author,
        };
    }
}
