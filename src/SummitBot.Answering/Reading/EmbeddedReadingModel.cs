using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Microsoft.ML.Tokenizers;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;

namespace SummitBot.Answering.Reading;

/// <summary>
/// The reader that lies beside the program. Its files are read at first use, once; a window is run by one thread, since
/// several windows are run at the same time.
/// </summary>
public sealed class EmbeddedReadingModel : IReadingModel, IDisposable
{
    private const string SentenceOutput = "sentence_logits";
    private const string StartOutput = "start_logits";
    private const string EndOutput = "end_logits";

    private static readonly string[] Inputs = ["input_ids", "attention_mask", "token_type_ids", "sentence_ids"];
    private static readonly string[] Outputs = [SentenceOutput, StartOutput, EndOutput];

    private readonly string _folder;
    private readonly Lazy<Loaded> _loaded;

    /// <summary>The model of the folder <c>models/reader</c> beside the program.</summary>
    public EmbeddedReadingModel()
        : this(Path.Combine(AppContext.BaseDirectory, "models", "reader")) { }

    /// <param name="folder">Has <c>model.onnx</c> and <c>vocab.txt</c>.</param>
    public EmbeddedReadingModel(string folder)
    {
        _folder = folder;
        _loaded = new Lazy<Loaded>(Open);
    }

    public void Load() => _ = _loaded.Value;

    public ReaderTokens Tokenize(string text)
    {
        IReadOnlyList<EncodedToken> tokens = _loaded.Value.Tokenizer.EncodeToTokens(text, out string? normalized);
        bool isInPlace = normalized is null || normalized.Length == text.Length;
        return new ReaderTokens(
            [.. tokens.Select(t => t.Id)],
            isInPlace ? [.. tokens.Select(t => new TextRange(t.Offset.Start.Value, t.Offset.End.Value))] : []
        );
    }

    public WindowReading Read(ReaderWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        cancellationToken.ThrowIfCancellationRequested();
        using var run = new RunOptions();
        using CancellationTokenRegistration stop = cancellationToken.Register(() => run.Terminate = true);
        int[] shape = [1, window.Tokens.Count];
        long[] mask = new long[window.Tokens.Count];
        Array.Fill(mask, 1);
        NamedOnnxValue[] inputs =
        [
            .. Inputs.Zip(
                [
                    [.. window.Tokens],
                    mask,
                    [.. window.TokenTypes],
                    (long[])[.. window.SentenceNumbers],
                ],
                (name, values) => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<long>(values, shape))
            ),
        ];
        try
        {
            using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = _loaded.Value.Session.Run(
                inputs,
                Outputs,
                run
            );
            float[][] values = [.. results.Select(r => r.AsTensor<float>().ToArray())];
            return new WindowReading(values[0], values[1], values[2]);
        }
        catch (OnnxRuntimeException failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Unavailable("failed on a passage", failure);
        }
    }

    public void Dispose()
    {
        if (_loaded.IsValueCreated)
        {
            _loaded.Value.Session.Dispose();
        }
    }

    private Loaded Open()
    {
        string vocabulary = Path.Combine(_folder, "vocab.txt");
        string model = Path.Combine(_folder, "model.onnx");
        if (!File.Exists(vocabulary) || !File.Exists(model))
        {
            throw Unavailable("is not there");
        }

        try
        {
            var tokenizer = BertTokenizer.Create(
                vocabulary,
                new BertOptions { LowerCaseBeforeTokenization = true, RemoveNonSpacingMarks = true }
            );
            using var options = new SessionOptions
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            var session = new InferenceSession(model, options);
            bool isReader =
                Inputs.All(session.InputMetadata.ContainsKey) && Outputs.All(session.OutputMetadata.ContainsKey);
            return isReader ? new Loaded(tokenizer, session) : throw Unavailable("is another kind of model");
        }
        catch (Exception e)
            when (e is OnnxRuntimeException or ArgumentException or InvalidOperationException or IOException)
        {
            throw Unavailable("cannot be read", e);
        }
    }

    private ReaderUnavailableException Unavailable(string what, Exception? cause = null) =>
        new(
            $"The reader in {_folder} {what}: build the program anew, or set {ReaderOptions.Section}:Provider to none.",
            cause
        );

    private sealed record Loaded(BertTokenizer Tokenizer, InferenceSession Session);
}
