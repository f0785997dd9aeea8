namespace SummitBot.Core.Models;

/// <summary>Who runs a model.</summary>
public enum ModelProvider
{
    /// <summary>No model: the extractive writer answers alone.</summary>
    None,

    OpenAI,

    /// <summary>A deployment of Azure OpenAI; without a key it uses Entra ID.</summary>
    AzureOpenAI,

    /// <summary>An Ollama server, through its OpenAI-compatible API.</summary>
    Ollama,

    /// <summary>Any server that speaks OpenAI's chat completions.</summary>
    OpenAICompatible,
}
