namespace SummitBot.Core.Corpus;

/// <summary>What became of the passages' vectors in a run of the indexer.</summary>
/// <param name="Passages">Passages in the index.</param>
/// <param name="Embedded">Passages whose vector this run made.</param>
/// <param name="Missing">Passages still without a vector; the next run goes on with them.</param>
public sealed record VectorReport(int Passages, int Embedded, int Missing)
{
    /// <summary>Sentences for the operator: why vectors were made anew.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A sentence for the operator: why vectors are missing; null when none is.</summary>
    public string? Trouble { get; init; }
}
