using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;
using SummitBot.Core.Retrieval;
using SummitBot.Models.Embeddings.Onnx;

namespace SummitBot.Models.Embeddings;

/// <summary>The model that the settings name, once for passages and once, without retries, for questions.</summary>
/// <param name="Name">The model's part of <see cref="ITextEmbedder.Model"/>.</param>
internal sealed record EmbeddingGenerators(
    string Name,
    IEmbeddingGenerator<string, Embedding<float>> ForPassages,
    IEmbeddingGenerator<string, Embedding<float>> ForQuestions
) : IDisposable
{
    /// <summary>Servers that want no key are sent this one, since the client insists on some.</summary>
    private const string NoKey = "none";

    private static readonly Uri LocalOllama = new("http://localhost:11434");

    /// <summary>What the model's own files say is put before a question.</summary>
    public string QuestionPrefix { get; init; } = "";

    /// <summary>What the model's own files say is put before a passage.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <exception cref="EmbeddingUnavailableException">A local model cannot be read.</exception>
    public static EmbeddingGenerators Create(EmbeddingOptions options) =>
        options.Provider switch
        {
            EmbeddingProvider.OpenAI or EmbeddingProvider.OpenAICompatible => Remote(options, OpenAI),
            EmbeddingProvider.AzureOpenAI => Remote(options, Azure),
            EmbeddingProvider.Ollama => Ollama(options),
            EmbeddingProvider.Onnx => Local(options),
            EmbeddingProvider.Embedded => Embedded(),
            _ => throw new InvalidOperationException($"There is no generator for {options.Provider}."),
        };

    /// <summary>True for generators that others use too.</summary>
    private bool IsShared { get; init; }

    public void Dispose()
    {
        if (IsShared)
        {
            return;
        }

        ForPassages.Dispose();
        if (!ReferenceEquals(ForPassages, ForQuestions))
        {
            ForQuestions.Dispose();
        }
    }

    private static EmbeddingGenerators Remote(
        EmbeddingOptions options,
        Func<EmbeddingOptions, int, OpenAIClient> connect
    ) =>
        new(
            options.Name,
            connect(options, options.Retries).GetEmbeddingClient(options.Name).AsIEmbeddingGenerator(),
            connect(options, 0).GetEmbeddingClient(options.Name).AsIEmbeddingGenerator()
        );

    private static OpenAIClient OpenAI(EmbeddingOptions options, int retries)
    {
        var client = new OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(retries) };
        if (options.Endpoint.Length > 0)
        {
            client.Endpoint = new Uri(options.Endpoint);
        }

        return new OpenAIClient(new ApiKeyCredential(GetKey(options)), client);
    }

    private static AzureOpenAIClient Azure(EmbeddingOptions options, int retries)
    {
        var client = new AzureOpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(retries) };
        var endpoint = new Uri(options.Endpoint);
        return options.ApiKey.Length > 0
            ? new AzureOpenAIClient(endpoint, new ApiKeyCredential(options.ApiKey), client)
            : new AzureOpenAIClient(endpoint, new DefaultAzureCredential(), client);
    }

    private static EmbeddingGenerators Ollama(EmbeddingOptions options)
    {
        Uri endpoint = options.Endpoint.Length > 0 ? new Uri(options.Endpoint) : LocalOllama;
        var client = new OllamaApiClient(endpoint, options.Name);
        return new EmbeddingGenerators(options.Name, client, client);
    }

    /// <summary>One for the whole process, which nobody disposes of: it never changes.</summary>
    private static EmbeddingGenerators Embedded()
    {
        OnnxEmbeddingGenerator generator = EmbeddedModel.Generator;
        return new EmbeddingGenerators(EmbeddedModel.Name, generator, generator)
        {
            IsShared = true,
            QuestionPrefix = EmbeddedModel.QuestionPrefix,
        };
    }

    private static EmbeddingGenerators Local(EmbeddingOptions options)
    {
        OnnxModelFolder folder = OnnxModelFolder.Read(options.Folder);
        var generator = new OnnxEmbeddingGenerator(folder, options.Threads);
        return new EmbeddingGenerators(folder.Name, generator, generator)
        {
            QuestionPrefix = folder.QuestionPrefix,
            PassagePrefix = folder.PassagePrefix,
        };
    }

    private static string GetKey(EmbeddingOptions options) => options.ApiKey.Length > 0 ? options.ApiKey : NoKey;
}
