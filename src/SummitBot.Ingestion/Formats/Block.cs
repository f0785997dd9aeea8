namespace SummitBot.Ingestion.Formats;

/// <summary>A paragraph, list item, table row or heading: one line of the article's text, clean and never empty.</summary>
internal readonly record struct Block(string Text, bool IsHeading);
