using SummitBot.Ingestion.FrontMatter;

namespace SummitBot.Ingestion.Formats;

/// <summary>What a parser makes of a file.</summary>
/// <param name="Metadata">What the file says of itself in front matter or in the head of its page.</param>
/// <param name="Title">The title as the text itself gives it; null when it gives none.</param>
/// <param name="Blocks">In text order.</param>
internal sealed record ParsedArticle(ArticleMetadata Metadata, string? Title, IReadOnlyList<Block> Blocks);
