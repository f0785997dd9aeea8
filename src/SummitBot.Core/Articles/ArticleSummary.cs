using SummitBot.Core.Access;

namespace SummitBot.Core.Articles;

/// <summary>The metadata of an article, for lists of sources.</summary>
public sealed record ArticleSummary(
    ArticleId Id,
    string Title,
    DateOnly? Published,
    Uri? Url,
    string? Publisher,
    string Language,
    string Source
)
{
    public string? Author { get; init; }

    /// <summary>The article's own description in a sentence or two; never quoted.</summary>
    public string? Description { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who may see it; without names it is public.</summary>
    public GroupNames Groups { get; init; } = GroupNames.None;
}
