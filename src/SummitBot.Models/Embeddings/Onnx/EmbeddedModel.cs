using SummitBot.Core.Retrieval;

namespace SummitBot.Models.Embeddings.Onnx;

/// <summary>
/// The built-in model: Snowflake's arctic-embed-xs, 384 dimensions, its weights quantized to 8-bit integers by the
/// build. Its usage is described at <see href="https://huggingface.co/Snowflake/snowflake-arctic-embed-xs"/>.
/// </summary>
internal static class EmbeddedModel
{
    public const string Name = "snowflake-arctic-embed-xs-int8";

    /// <summary>The language that it reads, ISO 639-1.</summary>
    public const string Language = "en";

    /// <summary>
    /// Minimum cosine of a sentence for its passage to be found without a word of the question: about .5 for unrelated
    /// texts, .6 and more for related ones.
    /// </summary>
    public const double MinSimilarity = 0.6;

    /// <summary>Put before a question, never before a passage.</summary>
    public const string QuestionPrefix = "Represent this sentence for searching relevant passages: ";

    /// <summary>The model is small: with more threads for one text, waiting takes longer than computing.</summary>
    private const int ThreadsOfRun = 1;

    private static readonly Lock Loading = new();

    private static OnnxEmbeddingGenerator? _loaded;

    /// <summary>
    /// Loads the model on first use, once for the process because its weights take 24 MB; concurrent callers wait. A
    /// failure is not cached, because the files may be added while the host runs.
    /// </summary>
    /// <exception cref="EmbeddingUnavailableException">Its files are missing or damaged.</exception>
    public static OnnxEmbeddingGenerator Generator
    {
        get
        {
            lock (Loading)
            {
                return _loaded ??= new OnnxEmbeddingGenerator(Open(), ThreadsOfRun);
            }
        }
    }

    private static OnnxModelFolder Open()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "models", Name);
        string model = Path.Combine(folder, "model.onnx");
        string vocabulary = Path.Combine(folder, "vocab.txt");
        return File.Exists(model) && File.Exists(vocabulary)
            ? new OnnxModelFolder(folder, model, vocabulary) { Name = Name, Pooling = Pooling.First }
            : throw new EmbeddingUnavailableException(
                $"The built-in model is not in {folder}: build the program again, or set {EmbeddingOptions.Section}:Provider to none."
            );
    }
}
