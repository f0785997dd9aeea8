namespace SummitBot.Models.Embeddings.Onnx;

/// <summary>How the vector of a text is computed from its tokens' vectors.</summary>
internal enum Pooling
{
    /// <summary>The mean over all tokens of the text.</summary>
    Mean,

    /// <summary>The first token's.</summary>
    First,
}
