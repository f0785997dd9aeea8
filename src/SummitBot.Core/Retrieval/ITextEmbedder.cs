namespace SummitBot.Core.Retrieval;

/// <summary>Makes vectors of texts. Thread-safe.</summary>
public interface ITextEmbedder
{
    /// <summary>Names the model and everything else that its vectors depend on; vectors of another name cannot be compared.
    /// Null when no embedding model is set.</summary>
    string? Model { get; }

    /// <summary>One vector a text, in order, all of one length, each of length 1 in the Euclidean sense.</summary>
    /// <exception cref="EmbeddingUnavailableException">The model cannot be reached or read.</exception>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        IReadOnlyList<string> texts,
        EmbeddingPurpose purpose,
        CancellationToken cancellationToken
    );
}
