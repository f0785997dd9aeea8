namespace SummitBot.Core.Corpus;

/// <summary>An address of a source.</summary>
/// <param name="Reason">Why it was left out or failed, a sentence for people; null otherwise.</param>
public sealed record FetchedItem(Uri Address, FetchOutcome Outcome, string? Reason = null);
