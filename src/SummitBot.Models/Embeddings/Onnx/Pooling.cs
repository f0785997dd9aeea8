namespace SummitBot.Models.Embeddings.Onnx;

/// <summary>How one vector is made of a text's token vectors.</summary>
internal enum Pooling
{
    /// <summary>The mean over all tokens of the text.</summary>
    Mean,

    /// <summary>The first token's.</summary>
    First,
}
