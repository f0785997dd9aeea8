namespace SummitBot.Core.Corpus;

/// <summary>The vectors of the index's passages, which stand beside the index.</summary>
public interface IPassageVectorIndex
{
    /// <summary>
    /// Makes the vectors that the newest commit's passages lack and drops those of passages that are gone. Vectors made
    /// are not lost when this is interrupted. Null when no embedding model is set.
    /// </summary>
    /// <remarks>
    /// An index without vectors, or with some, can be searched: what goes wrong is told in the report, never thrown.
    /// </remarks>
    Task<VectorReport?> UpdateAsync(IProgress<IndexingProgress>? progress, CancellationToken cancellationToken);
}
