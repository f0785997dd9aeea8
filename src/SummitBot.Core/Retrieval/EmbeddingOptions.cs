using System.ComponentModel.DataAnnotations;
using SummitBot.Core.Settings;

namespace SummitBot.Core.Retrieval;

/// <summary>Settings section <c>SummitBot:Embedding</c>: the model for search by meaning.</summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    public const string Section = "SummitBot:Embedding";

    /// <summary>
    /// Where vectors come from: <c>embedded</c> is the built-in model, <c>none</c> searches by words alone.
    /// </summary>
    [EnumDataType(
        typeof(EmbeddingProvider),
        ErrorMessage = "SummitBot:Embedding:Provider must be embedded, none, openAI, azureOpenAI, ollama, openAICompatible or onnx."
    )]
    public EmbeddingProvider Provider { get; set; } = EmbeddingProvider.Embedded;

    /// <summary>The embedding model; with <c>azureOpenAI</c> the deployment.</summary>
    public string Name { get; set; } = "";

    /// <summary>Base address; empty takes the provider's own (OpenAI and Ollama).</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Key, from the environment or user secrets; empty with <c>azureOpenAI</c> uses Entra ID.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>With <c>onnx</c>: folder with <c>model.onnx</c> and <c>vocab.txt</c>.</summary>
    [SettingsPath]
    public string Folder { get; set; } = "";

    /// <summary>Length of a vector, for models that can shorten theirs; 0 is the model's own length.</summary>
    [Range(0, 16_384, ErrorMessage = "SummitBot:Embedding:Dimensions must lie between 0 (the model's own) and 16384.")]
    public int Dimensions { get; set; }

    /// <summary>Texts sent to the model at once.</summary>
    [Range(1, 2_048, ErrorMessage = "SummitBot:Embedding:BatchSize must lie between 1 and 2048.")]
    public int BatchSize { get; set; } = 32;

    /// <summary>Text put before each question, for models trained that way.</summary>
    public string QuestionPrefix { get; set; } = "";

    /// <summary>Text put before each passage.</summary>
    public string PassagePrefix { get; set; } = "";

    /// <summary>A batch of passages that takes longer is given up, seconds.</summary>
    [Range(1, 3_600, ErrorMessage = "SummitBot:Embedding:TimeoutSeconds must lie between 1 and 3600.")]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>A question whose vector takes longer is searched for by its words alone, seconds.</summary>
    [Range(0.1, 60, ErrorMessage = "SummitBot:Embedding:QuestionTimeoutSeconds must lie between 0.1 and 60.")]
    public double QuestionTimeoutSeconds { get; set; } = 2;

    /// <summary>Retries of a batch when a server is busy or fails.</summary>
    [Range(0, 10, ErrorMessage = "SummitBot:Embedding:Retries must lie between 0 and 10.")]
    public int Retries { get; set; } = 2;

    /// <summary>Threads of a local model; 0 is half of the machine's.</summary>
    [Range(0, 256, ErrorMessage = "SummitBot:Embedding:Threads must lie between 0 (half of the machine's) and 256.")]
    public int Threads { get; set; }

    /// <summary>
    /// Weight of the similarity of vectors against the score by words: 0 is words alone, 1 vectors alone.
    /// </summary>
    [Range(0.0, 1.0, ErrorMessage = "SummitBot:Embedding:Weight must lie between 0 and 1.")]
    public double Weight { get; set; } = 0.4;

    /// <summary>With <c>embedded</c>: a corpus with more sentences is searched by words alone.</summary>
    /// <remarks>A processor core makes about 400 vectors a second.</remarks>
    [Range(0, int.MaxValue, ErrorMessage = "SummitBot:Embedding:MaxSentences must be 0 or more.")]
    public int MaxSentences { get; set; } = 100_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            Provider > EmbeddingProvider.Embedded
            && Provider != EmbeddingProvider.Onnx
            && string.IsNullOrWhiteSpace(Name)
        )
        {
            yield return new ValidationResult(
                $"{Section}:Name is empty: name the embedding model (for azureOpenAI the deployment)."
            );
        }

        if (Provider == EmbeddingProvider.Onnx && string.IsNullOrWhiteSpace(Folder))
        {
            yield return new ValidationResult(
                $"{Section}:Folder is empty: name the folder with model.onnx and vocab.txt."
            );
        }

        if (Provider == EmbeddingProvider.OpenAI && string.IsNullOrWhiteSpace(ApiKey))
        {
            yield return new ValidationResult(
                $"{Section}:ApiKey is empty: put the key into the environment as SummitBot__Embedding__ApiKey."
            );
        }

        bool mayBeEmpty = Provider is not (EmbeddingProvider.AzureOpenAI or EmbeddingProvider.OpenAICompatible);
        bool isWebAddress =
            Uri.TryCreate(Endpoint, UriKind.Absolute, out Uri? url) && (url.Scheme is "http" or "https");
        if (!isWebAddress && !(mayBeEmpty && Endpoint.Length == 0))
        {
            yield return new ValidationResult(
                $"{Section}:Endpoint is no absolute http or https address: write it like https://models.example.org/v1."
            );
        }
    }
}
