using SummitBot.Core.Access;

namespace SummitBot.Core.Articles;

/// <summary>What a list of sources shows of an article: all but its text.</summary>
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

    /// <summary>What the article says of itself in a sentence or two; never quoted.</summary>
    public string? Description { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who may see it; without names it is public.</summary>
    public GroupNames Groups { get; init; } = GroupNames.None;
}
