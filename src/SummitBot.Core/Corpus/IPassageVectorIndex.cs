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
