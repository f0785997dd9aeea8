namespace SummitBot.Core.Retrieval;

/// <summary>Makes vectors of texts. Thread-safe.</summary>
public interface ITextEmbedder
{
    /// <summary>
    /// Names the model and everything else that a passage's vector depends on; vectors of another name cannot be
    /// compared. Null when no embedding model is set.
    /// </summary>
    /// <exception cref="EmbeddingUnavailableException">The model is a local one and cannot be read.</exception>
    string? Model { get; }

    /// <summary>False for languages that the model is known not to read; then words alone serve better.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    bool Supports(string language);

    /// <summary>
    /// Texts whose vectors have a smaller cosine than this are about different things; -1 when that is not known of the
    /// model.
    /// </summary>
    double MinSimilarity { get; }

    /// <summary>One vector a text, in order, all of one length, each of length 1 in the Euclidean sense.</summary>
    /// <param name="texts">Any number of texts; none gives none.</param>
    /// <param name="purpose">
    /// A question is given up sooner and tried once only: a person waits, and words alone find passages too.
    /// </param>
    /// <exception cref="EmbeddingUnavailableException">
    /// The model cannot be reached or read, refuses, is too slow, or gives something that is no vectors.
    /// </exception>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        IReadOnlyList<string> texts,
        EmbeddingPurpose purpose,
        CancellationToken cancellationToken
    );
}
