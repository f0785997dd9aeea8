namespace SummitBot.Core.Retrieval;

/// <summary>Computes vectors of texts. Thread-safe.</summary>
public interface ITextEmbedder
{
    /// <summary>
    /// Identifies the model and everything else that a passage's vector depends on; vectors with different ids cannot
    /// be compared. Null when no embedding model is configured.
    /// </summary>
    /// <exception cref="EmbeddingUnavailableException">The model is a local one and cannot be read.</exception>
    string? Model { get; }

    /// <summary>
    /// False for languages that the model is known not to read; searching by words alone is better then.
    /// </summary>
    /// <param name="language">ISO 639-1 code.</param>
    bool Supports(string language);

    /// <summary>
    /// Texts with a smaller cosine are about different things; -1 when this is unknown for the model.
    /// </summary>
    double MinSimilarity { get; }

    /// <summary>One vector for each text, in order, all of the same dimension and of Euclidean length 1.</summary>
    /// <param name="texts">Any number of texts, also none.</param>
    /// <param name="purpose">A question has a shorter time limit and no retries: a user waits, and the search also
    /// works by words alone.</param>
    /// <exception cref="EmbeddingUnavailableException">The model cannot be reached or read, refuses, is too slow, or
    /// returns invalid vectors.</exception>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        IReadOnlyList<string> texts,
        EmbeddingPurpose purpose,
        CancellationToken cancellationToken
    );
}

/// <summary>The purpose of a vector: some models need to know it.</summary>
public enum EmbeddingPurpose
{
    Passage,
    Question,
}

/// <summary>
/// The embedding model cannot be reached or read. The message is a sentence for the operator that says how to fix it
/// and contains no key; it may be shown on a terminal or logged, not shown to visitors.
/// </summary>
public sealed class EmbeddingUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
