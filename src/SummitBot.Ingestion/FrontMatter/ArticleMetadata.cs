using SummitBot.Core.Access;
using SummitBot.Core.Articles;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>The metadata of an article in its file; null where the file says nothing.</summary>
internal sealed record ArticleMetadata
{
    public static readonly ArticleMetadata None = new();

    public ArticleId? Id { get; init; }

    /// <summary>The last part of the article's address, which replaces the file's name in the id.</summary>
    public string? Slug { get; init; }

    public string? Title { get; init; }

    public DateOnly? Published { get; init; }

    public Uri? Url { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    /// <summary>One or two sentences on what the article is about.</summary>
    public string? Description { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who may see the article; null when it does not say.</summary>
    public GroupNames? Groups { get; init; }

    /// <summary>True when the article is not meant for readers yet.</summary>
    public bool IsDraft { get; init; }

    /// <summary>ISO 639 code in lower case; null also for "undetermined".</summary>
    public string? Language { get; init; }
}
