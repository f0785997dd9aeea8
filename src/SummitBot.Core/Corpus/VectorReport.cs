namespace SummitBot.Core.Corpus;

/// <summary>What became of the sentences' vectors in a run of the indexer.</summary>
/// <param name="Sentences">Sentences in the index, in languages that the model reads.</param>
/// <param name="Embedded">Sentences whose vector this run made.</param>
/// <param name="Missing">Sentences still without a vector; the next run goes on with them.</param>
public sealed record VectorReport(int Sentences, int Embedded, int Missing)
{
    /// <summary>Sentences for the operator: why vectors were made anew.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A sentence for the operator: why vectors are missing; null when none is.</summary>
    public string? Error { get; init; }
}
