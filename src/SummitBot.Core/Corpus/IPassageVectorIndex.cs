namespace SummitBot.Core.Corpus;

/// <summary>The vectors of the index's passages, which are stored beside the index.</summary>
public interface IPassageVectorIndex
{
    /// <summary>
    /// Adds missing vectors for the newest commit's passages and removes those of deleted passages. Finished vectors
    /// survive an interruption. Null when no embedding model is configured.
    /// </summary>
    /// <remarks>
    /// An index without vectors, or with some, can be searched, so errors are reported in the result and never thrown.
    /// </remarks>
    Task<VectorReport?> UpdateAsync(IProgress<IndexingProgress>? progress, CancellationToken cancellationToken);
}

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
