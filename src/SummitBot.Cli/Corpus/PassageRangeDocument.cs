namespace SummitBot.Cli.Corpus;

/// <summary>Where a passage stands in its article, as JSON.</summary>
public sealed record PassageRangeDocument(string Id, int Start, int End);
