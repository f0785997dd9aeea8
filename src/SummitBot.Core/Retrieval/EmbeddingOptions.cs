using System.ComponentModel.DataAnnotations;

namespace SummitBot.Core.Retrieval;

/// <summary>Settings section <c>SummitBot:Embedding</c>.</summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    public const string Section = "SummitBot:Embedding";

    /// <summary>Where vectors come from.</summary>
    [EnumDataType(
        typeof(EmbeddingProvider),
        ErrorMessage = "SummitBot:Embedding:Provider must be embedded, none, openAI, azureOpenAI, ollama, openAICompatible or onnx."
    )]
    public EmbeddingProvider Provider { get; set; } = EmbeddingProvider.Embedded;

    /// <summary>The model; for Azure the deployment. A local model needs none.</summary>
    public string Name { get; set; } = "";

    /// <summary>The server's address, absolute; OpenAI and Ollama have one of their own.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The server's key; better kept in the environment than in a file.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The folder of a local model: <c>model.onnx</c> and <c>vocab.txt</c>.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Numbers in a vector, for models that can shorten theirs; 0 leaves it to the model.</summary>
    [Range(0, 16_384, ErrorMessage = "SummitBot:Embedding:Dimensions must lie between 0 (the model's own) and 16384.")]
    public int Dimensions { get; set; }

    /// <summary>Texts sent to the model at once.</summary>
    [Range(1, 2_048, ErrorMessage = "SummitBot:Embedding:BatchSize must lie between 1 and 2048.")]
    public int BatchSize { get; set; } = 32;

    /// <summary>Put before each question, for models that were trained with such words.</summary>
    public string QuestionPrefix { get; set; } = "";

    /// <summary>Put before each passage.</summary>
    public string PassagePrefix { get; set; } = "";

    /// <summary>A batch of passages that takes longer is given up.</summary>
    [Range(1, 3_600, ErrorMessage = "SummitBot:Embedding:TimeoutSeconds must lie between 1 and 3600.")]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>A question whose vector takes longer is searched for by its words alone.</summary>
    [Range(0.1, 60, ErrorMessage = "SummitBot:Embedding:QuestionTimeoutSeconds must lie between 0.1 and 60.")]
    public double QuestionTimeoutSeconds { get; set; } = 2;

    /// <summary>Further tries of a batch of passages when a server is busy or fails.</summary>
    [Range(0, 10, ErrorMessage = "SummitBot:Embedding:Retries must lie between 0 and 10.")]
    public int Retries { get; set; } = 2;

    /// <summary>Threads that a local model may use; 0 is half of the machine's.</summary>
    [Range(0, 256, ErrorMessage = "SummitBot:Embedding:Threads must lie between 0 (half of the machine's) and 256.")]
    public int Threads { get; set; }

    /// <summary>What likeness of vectors weighs against likeness of words: 0 is words alone, 1 vectors alone.</summary>
    [Range(0.0, 1.0, ErrorMessage = "SummitBot:Embedding:Weight must lie between 0 and 1.")]
    public double Weight { get; set; } = 0.4;

    /// <summary>
    /// With the model that comes along, a corpus of more sentences than this is searched by words alone: a processor core
    /// makes about 400 vectors a second.
    /// </summary>
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
