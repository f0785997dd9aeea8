using SummitBot.Ingestion.FrontMatter;

namespace SummitBot.Ingestion.Blocks;

/// <summary>The result of parsing a file.</summary>
/// <param name="Metadata">Metadata from front matter or the head of the page.</param>
/// <param name="Title">The title in the text; null when there is none.</param>
/// <param name="Blocks">In text order.</param>
internal sealed record ParsedArticle(ArticleMetadata Metadata, string? Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>What was lost in reading, such as pictures without text; one sentence for people each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}
