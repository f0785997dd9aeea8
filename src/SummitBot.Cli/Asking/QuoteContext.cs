namespace SummitBot.Cli.Asking;

/// <summary>The sentences around a quotation; null where there is none under the same heading.</summary>
public sealed record QuoteContext(string? Before, string? After);
