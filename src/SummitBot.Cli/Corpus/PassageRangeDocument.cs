namespace SummitBot.Cli.Corpus;

/// <summary>The range of a passage in its article, as JSON.</summary>
public sealed record PassageRangeDocument(string Id, int Start, int End);
