using SummitBot.Core.Articles;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>What a file says of its article; null is what it does not say.</summary>
internal sealed record ArticleMetadata
{
    public static readonly ArticleMetadata None = new();

    public ArticleId? Id { get; init; }

    public string? Title { get; init; }

    public DateOnly? Published { get; init; }

    public Uri? Url { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    /// <summary>ISO 639 code in lower case; null also for "undetermined".</summary>
    public string? Language { get; init; }
}
