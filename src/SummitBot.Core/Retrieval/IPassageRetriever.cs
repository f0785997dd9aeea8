namespace SummitBot.Core.Retrieval;

/// <summary>Finds passages in the index.</summary>
public interface IPassageRetriever
{
    /// <summary>The best passages first; empty when nothing in the corpus shares a content word with the question.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(RetrievalQuery query, CancellationToken cancellationToken);
}
