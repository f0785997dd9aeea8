namespace SummitBot.Core.Retrieval;

/// <summary>Finds passages in the index.</summary>
public interface IPassageRetriever
{
    /// <summary>The best passages first; empty when nothing in the corpus matches the question.</summary>
    /// <remarks>
    /// A passage matches when it shares a content word with the question or, with vectors, is similar to it.
    /// </remarks>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(RetrievalQuery query, CancellationToken cancellationToken);
}
