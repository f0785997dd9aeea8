namespace SummitBot.Ingestion.Blocks;

/// <summary>A paragraph, list item, table row or heading: one line of the article's text, clean and never empty.</summary>
internal readonly record struct Block(string Text, bool IsHeading)
{
    /// <summary>The page of its start, from 1; 0 in documents without pages.</summary>
    public int Page { get; init; }
}
