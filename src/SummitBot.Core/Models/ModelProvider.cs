namespace SummitBot.Core.Models;

/// <summary>Who runs a model.</summary>
public enum ModelProvider
{
    /// <summary>No model: the embedded writer answers alone.</summary>
    None,

    OpenAI,

    /// <summary>A deployment of Azure OpenAI; without a key it is reached through Entra ID.</summary>
    AzureOpenAI,

    /// <summary>An Ollama server, by its OpenAI-compatible address.</summary>
    Ollama,

    /// <summary>Any server that speaks OpenAI's chat completions.</summary>
    OpenAICompatible,
}
