namespace SummitBot.Cli.Corpus;

/// <summary>A half-open range as JSON, UTF-16 units of the article's text.</summary>
public sealed record RangeDocument(int Start, int End);
