namespace SummitBot.Core.Retrieval;

/// <summary>Where the vectors of texts come from.</summary>
public enum EmbeddingProvider
{
    /// <summary>No vectors: passages are found by their words alone.</summary>
    None,

    /// <summary>The built-in sentence-embedding model; it reads English.</summary>
    Embedded,

    /// <summary>api.openai.com.</summary>
    OpenAI,

    /// <summary>A deployment of Azure OpenAI, by key or, without one, as the signed-in identity.</summary>
    AzureOpenAI,

    /// <summary>An Ollama server.</summary>
    Ollama,

    /// <summary>Any server that speaks OpenAI's <c>/embeddings</c>.</summary>
    OpenAICompatible,

    /// <summary>A sentence-embedding model in a local folder, run by ONNX Runtime.</summary>
    Onnx,
}
