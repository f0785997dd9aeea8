using SummitBot.Ingestion.FrontMatter;

namespace SummitBot.Ingestion.Blocks;

/// <summary>What a parser makes of a file.</summary>
/// <param name="Metadata">What the file says of itself in front matter or in the head of its page.</param>
/// <param name="Title">The title as the text itself gives it; null when it gives none.</param>
/// <param name="Blocks">In text order.</param>
internal sealed record ParsedArticle(ArticleMetadata Metadata, string? Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>What was lost in reading, such as pictures without text; a sentence for people each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}
