namespace SummitBot.Core.Corpus;

/// <summary>The result of updating the sentences' vectors.</summary>
/// <param name="Sentences">Sentences in the index, in languages that the model reads.</param>
/// <param name="Embedded">Sentences whose vector was computed in this run.</param>
/// <param name="Missing">Sentences still without a vector; the next run continues with them.</param>
public sealed record VectorReport(int Sentences, int Embedded, int Missing)
{
    /// <summary>Sentences for the operator: why vectors were computed again.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A sentence for the operator: why vectors are missing; null when none are.</summary>
    public string? Error { get; init; }
}
