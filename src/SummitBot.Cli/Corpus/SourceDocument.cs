using SummitBot.Core.Articles;

namespace SummitBot.Cli.Corpus;

/// <summary>An article in the list of sources, as JSON.</summary>
public sealed record SourceDocument(
    string Id,
    string Title,
    DateOnly? Published,
    string? Url,
    string? Publisher,
    string? Author,
    string Language,
    string Source
)
{
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who may see it; empty for everybody.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    public static SourceDocument From(ArticleSummary article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new SourceDocument(
            article.Id.Value,
            article.Title,
            article.Published,
            article.Url?.AbsoluteUri,
            article.Publisher,
            article.Author,
            article.Language,
            article.Source
        )
        {
            Tags = article.Tags,
            Groups = article.Groups.Names,
        };
    }
}
