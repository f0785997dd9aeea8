using System.Globalization;

namespace SummitBot.Core.Corpus;

/// <summary>What became of a source's addresses.</summary>
/// <param name="Items">In the order in which they were looked at.</param>
public sealed record FetchReport(IReadOnlyList<FetchedItem> Items)
{
    public int Count(FetchOutcome outcome) => Items.Count(i => i.Outcome == outcome);

    /// <summary>True when the folder is another one than before.</summary>
    public bool HasChanged =>
        Items.Any(i => i.Outcome is FetchOutcome.New or FetchOutcome.Changed or FetchOutcome.Gone);

    /// <summary>Its figures, for logs.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(FetchOutcome.New)} new, {Count(FetchOutcome.Changed)} changed, {Count(FetchOutcome.Gone)} gone, {Count(FetchOutcome.Failed)} failed"
        );
}
