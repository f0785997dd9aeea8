using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Microsoft.ML.Tokenizers;
using SummitBot.Core.Articles;
using SummitBot.Core.Reading;
using SummitBot.Language.Sentences;
using SummitBot.Models.Embeddings.Onnx;

namespace SummitBot.Models.Reading;

/// <summary>
/// The built-in reader, run by ONNX Runtime. Its files are loaded once, on first use. Each window runs on one thread,
/// because several windows run in parallel.
/// </summary>
public sealed class EmbeddedReadingModel : IReadingModel, IDisposable
{
    private const string SentenceOutput = "sentence_logits";
    private const string StartOutput = "start_logits";
    private const string EndOutput = "end_logits";

    private static readonly string[] Inputs = ["input_ids", "attention_mask", "token_type_ids", "sentence_ids"];
    private static readonly string[] Outputs = [SentenceOutput, StartOutput, EndOutput];

    /// <summary>A question of one word and a sentence of one word, for the warm-up.</summary>
    private static readonly ReaderWindow FirstWindow = new(
        [101, 1037, 102, 1037, 102],
        [0, 0, 0, 1, 1],
        [0, 0, 0, 1, 0],
        [null, null, null, null, null]
    )
    {
        Article = new ArticleId("none"),
        Sentences = [new TextRange(0, 1)],
    };

    private readonly string _model;
    private readonly string _vocabulary;
    private readonly Lazy<Loaded> _loaded;

    /// <summary>The built-in model; it shares the vocabulary of the embedding model that it was trained from.</summary>
    public EmbeddedReadingModel()
        : this(
            Path.Combine(AppContext.BaseDirectory, "models", "reader", "reader.onnx"),
            Path.Combine(AppContext.BaseDirectory, "models", EmbeddedModel.Name, "vocab.txt")
        ) { }

    /// <param name="model">The ONNX file.</param>
    /// <param name="vocabulary">The vocabulary of its WordPiece tokenizer, one token on each line.</param>
    public EmbeddedReadingModel(string model, string vocabulary)
    {
        (_model, _vocabulary) = (model, vocabulary);
        _loaded = new Lazy<Loaded>(Open);
    }

    /// <summary>One for the whole process, because its weights take 24 MB.</summary>
    public static EmbeddedReadingModel Shared { get; } = new();

    public void Load() => _ = _loaded.Value;

    public ReaderTokens Tokenize(string text)
    {
        IReadOnlyList<EncodedToken> tokens = _loaded.Value.Tokenizer.EncodeToTokens(
            WellFormed(text),
            out string? normalized
        );
        bool isInPlace = normalized is null || normalized.Length == text.Length;
        return new ReaderTokens(
            [.. tokens.Select(t => t.Id)],
            isInPlace ? [.. tokens.Select(t => new TextRange(t.Offset.Start.Value, t.Offset.End.Value))] : []
        );
    }

    /// <summary>
    /// The text with U+FFFD in place of lone surrogates and U+FFFE, on which the tokenizer's normalization fails.
    /// </summary>
    private static string WellFormed(string text)
    {
        char[]? replaced = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] == '\uFFFE')
            {
                replaced ??= text.ToCharArray();
                replaced[i] = '\uFFFD';
            }
        }

        return replaced is null ? text : new string(replaced);
    }

    public WindowReading Read(ReaderWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        cancellationToken.ThrowIfCancellationRequested();
        using var run = new RunOptions();
        using CancellationTokenRegistration stop = cancellationToken.Register(() => run.Terminate = true);
        try
        {
            InferenceSession session = _loaded.Value.Session;
            return OnnxSessions.Use(() => Run(session, window, run));
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
            OnnxSessions.Close(_loaded.Value.Session);
        }
    }

    private static WindowReading Run(InferenceSession session, ReaderWindow window, RunOptions run)
    {
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
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run(inputs, Outputs, run);
        float[][] values = [.. results.Select(r => r.AsTensor<float>().ToArray())];
        return new WindowReading(values[0], values[1], values[2]);
    }

    private Loaded Open()
    {
        if (!File.Exists(_vocabulary) || !File.Exists(_model))
        {
            throw Unavailable("is missing");
        }

        try
        {
            var tokenizer = BertTokenizer.Create(
                _vocabulary,
                new BertOptions { LowerCaseBeforeTokenization = true, RemoveNonSpacingMarks = true }
            );
            InferenceSession session = OnnxSessions.Open(_model, threads: 1, keepsPlans: false);
            bool isReader =
                Inputs.All(session.InputMetadata.ContainsKey) && Outputs.All(session.OutputMetadata.ContainsKey);
            if (!isReader)
            {
                session.Dispose();
                throw Unavailable("is another kind of model");
            }

            // The first run takes longer than all others, so it is done before any question.
            using var run = new RunOptions();
            _ = Run(session, FirstWindow, run);
            return new Loaded(tokenizer, session);
        }
        catch (Exception e)
            when (e is OnnxRuntimeException or ArgumentException or InvalidOperationException or IOException)
        {
            throw Unavailable("cannot be read", e);
        }
    }

    private ReaderUnavailableException Unavailable(string what, Exception? cause = null) =>
        new(
            $"The reader {_model} with the vocabulary {_vocabulary} {what}: build the program again, or set {ReaderOptions.Section}:Provider to none.",
            cause
        );

    private sealed record Loaded(BertTokenizer Tokenizer, InferenceSession Session);
}
