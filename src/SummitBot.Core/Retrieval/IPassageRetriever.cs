namespace SummitBot.Core.Retrieval;

/// <summary>Finds passages in the index.</summary>
public interface IPassageRetriever
{
    /// <summary>The best passages first; empty when nothing in the corpus speaks to the question.</summary>
    /// <remarks>A passage speaks to a question that it shares a content word with or, where there are vectors, that it
    /// resembles.</remarks>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(RetrievalQuery query, CancellationToken cancellationToken);
}
