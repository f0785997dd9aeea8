using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>Makes Semantic Kernel's chat service of a choice in the settings.</summary>
internal static class ModelServices
{
    public static readonly Uri OpenAIEndpoint = new("https://api.openai.com/v1");
    public static readonly Uri OllamaEndpoint = new("http://localhost:11434/v1");

    /// <summary>OpenAI's client wants a key even where the server asks for none.</summary>
    private const string NoKey = "none";

    /// <summary>The base address that requests go to. Of Ollama's, people know the part without a path.</summary>
    public static Uri GetEndpoint(ModelChoice choice) =>
        choice.Endpoint.Length > 0
            ? choice.Provider == ModelProvider.Ollama && new Uri(choice.Endpoint) is { AbsolutePath: "/" } bare
                ? new Uri(bare, "v1")
                : new Uri(choice.Endpoint)
            : choice.Provider == ModelProvider.Ollama
                ? OllamaEndpoint
                : OpenAIEndpoint;

    public static IChatCompletionService Create(ModelChoice choice, HttpClient http)
    {
        // The connectors log what servers say in errors, and a server may repeat a key: our filters log instead.
        NullLoggerFactory logs = NullLoggerFactory.Instance;
        string endpoint = GetEndpoint(choice).ToString();
        return choice switch
        {
            { Provider: ModelProvider.AzureOpenAI, ApiKey.Length: > 0 } => new AzureOpenAIChatCompletionService(
                choice.Name,
                endpoint,
                choice.ApiKey,
                httpClient: http,
                loggerFactory: logs
            ),
            { Provider: ModelProvider.AzureOpenAI } => new AzureOpenAIChatCompletionService(
                choice.Name,
                endpoint,
                CreateCredential(),
                httpClient: http,
                loggerFactory: logs
            ),
            _ => new OpenAIChatCompletionService(
                choice.Name,
                GetEndpoint(choice),
                choice.ApiKey.Length > 0 ? choice.ApiKey : NoKey,
                organization: null,
                http,
                logs
            ),
        };
    }

    /// <summary>Entra ID: environment, workload or managed identity, or whoever is signed in with the Azure tools.</summary>
    public static TokenCredential CreateCredential() => new DefaultAzureCredential();
}
