using SummitBot.Core.Retrieval;

namespace SummitBot.Models.Embeddings.Onnx;

/// <summary>
/// The model that lies beside the program: Snowflake's arctic-embed-xs, 384 numbers a vector, its weights quantized
/// to 8-bit integers by the build. How it is to be used is said at
/// <see href="https://huggingface.co/Snowflake/snowflake-arctic-embed-xs"/>.
/// </summary>
internal static class EmbeddedModel
{
    public const string Name = "snowflake-arctic-embed-xs-int8";

    /// <summary>The language that it reads, ISO 639-1.</summary>
    public const string Language = "en";

    /// <summary>
    /// The cosine that a sentence must have for its passage to be found without a word of the question: it is around .5 for
    /// unrelated texts, and .6 and more for related ones.
    /// </summary>
    public const double MinSimilarity = 0.6;

    /// <summary>Put before a question, never before what is searched.</summary>
    public const string QuestionPrefix = "Represent this sentence for searching relevant passages: ";

    /// <summary>It is small: more threads for one text would wait for one another longer than they work.</summary>
    private const int ThreadsOfRun = 1;

    private static readonly Lock Loading = new();

    private static OnnxEmbeddingGenerator? _loaded;

    /// <summary>
    /// Reads the model at its first use, once for the process, for its weights are 24 MB: who asks meanwhile waits. A
    /// failure is not kept, since the files may be put there while the host runs.
    /// </summary>
    /// <exception cref="EmbeddingUnavailableException">Its files are not there, or damaged.</exception>
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
                $"The model that comes along is not in {folder}: build the program anew, or set {EmbeddingOptions.Section}:Provider to none."
            );
    }
}
