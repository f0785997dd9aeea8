using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Microsoft.ML.Tokenizers;
using SummitBot.Core.Retrieval;

namespace SummitBot.Answering.Embeddings.Onnx;

/// <summary>Runs a sentence-embedding model of a local folder. Thread-safe; texts of one call are run together.</summary>
internal sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string TokenInput = "input_ids";
    private const string MaskInput = "attention_mask";
    private const string TypeInput = "token_type_ids";

    private readonly OnnxModelFolder _folder;
    private readonly BertTokenizer _tokenizer;
    private readonly InferenceSession _session;
    private readonly string _output;

    /// <param name="threads">Threads that one run may use; 0 is half of the machine's.</param>
    /// <exception cref="EmbeddingUnavailableException">A file of the folder is no model, or not of this kind.</exception>
    public OnnxEmbeddingGenerator(OnnxModelFolder folder, int threads)
    {
        _folder = folder;
        _tokenizer = Load(
            folder.VocabularyFile,
            "vocabulary of a WordPiece tokenizer",
            file => BertTokenizer.Create(file, new BertOptions { LowerCaseBeforeTokenization = folder.IsLowerCase })
        );
        _session = Load(folder.ModelFile, "ONNX model", file => Open(file, threads));
        string? strange = _session.InputMetadata.Keys.FirstOrDefault(i =>
            i is not (TokenInput or MaskInput or TypeInput)
        );
        string? output = _session
            .OutputMetadata.Where(o => o.Value.ElementType == typeof(float) && o.Value.Dimensions.Length is 2 or 3)
            .Select(o => o.Key)
            .FirstOrDefault();
        if (strange is not null || output is null || !_session.InputMetadata.ContainsKey(TokenInput))
        {
            _session.Dispose();
            throw new EmbeddingUnavailableException(
                $"{folder.ModelFile} is no sentence-embedding model: it must take {TokenInput} (with {MaskInput} and {TypeInput} at most) and give vectors of 32-bit numbers."
            );
        }

        _output = output;
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        string[] texts = [.. values];
        return texts.Length == 0
            ? Task.FromResult(new GeneratedEmbeddings<Embedding<float>>())
            : Task.Run(() => Generate(texts, cancellationToken), cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _session.Dispose();

    private static T Load<T>(string file, string kind, Func<string, T> load)
    {
        try
        {
            return load(file);
        }
        catch (Exception e)
            when (e is OnnxRuntimeException or ArgumentException or InvalidOperationException or IOException)
        {
            throw new EmbeddingUnavailableException(
                $"{file} is no {kind} that can be read: copy the model's file anew.",
                e
            );
        }
    }

    private static InferenceSession Open(string file, int threads)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads > 0 ? threads : Math.Max(1, Environment.ProcessorCount / 2),
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };

        // Threads that spin while they wait would keep a whole core busy between two questions.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new InferenceSession(file, options);
    }

    private GeneratedEmbeddings<Embedding<float>> Generate(string[] texts, CancellationToken cancellationToken)
    {
        IReadOnlyList<int>[] tokens =
        [
            .. texts.Select(text => _tokenizer.EncodeToIds(text, _folder.MaxTokens, out _, out _)),
        ];
        int longest = tokens.Max(t => t.Count);
        var ids = new DenseTensor<long>([texts.Length, longest]);
        var mask = new DenseTensor<long>([texts.Length, longest]);
        ids.Fill(_tokenizer.PaddingTokenId);
        for (int text = 0; text < tokens.Length; text++)
        {
            for (int i = 0; i < tokens[text].Count; i++)
            {
                ids[text, i] = tokens[text][i];
                mask[text, i] = 1;
            }
        }

        using var run = new RunOptions();
        using CancellationTokenRegistration stop = cancellationToken.Register(() => run.Terminate = true);
        try
        {
            using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = _session.Run(
                InputsOf(ids, mask),
                [_output],
                run
            );
            DenseTensor<float> output = results[0].AsTensor<float>().ToDenseTensor();
            return [.. tokens.Select((t, text) => new Embedding<float>(VectorOf(output, text, t.Count)))];
        }
        catch (OnnxRuntimeException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new EmbeddingUnavailableException(
                $"{_folder.ModelFile} failed on a text: check that {_folder.VocabularyFile} belongs to it.",
                e
            );
        }
    }

    private List<NamedOnnxValue> InputsOf(DenseTensor<long> ids, DenseTensor<long> mask)
    {
        var types = new DenseTensor<long>(ids.Dimensions);
        return
        [
            .. _session.InputMetadata.Keys.Select(name =>
                NamedOnnxValue.CreateFromTensor(
                    name,
                    name switch
                    {
                        TokenInput => ids,
                        MaskInput => mask,
                        _ => types,
                    }
                )
            ),
        ];
    }

    /// <summary>A text's vector: as the model gives it, or pooled from its tokens' vectors, padding left out.</summary>
    private float[] VectorOf(DenseTensor<float> output, int text, int tokens)
    {
        ReadOnlySpan<float> all = output.Buffer.Span;
        int dimension = output.Dimensions[^1];
        if (output.Rank == 2)
        {
            return all.Slice(text * dimension, dimension).ToArray();
        }

        ReadOnlySpan<float> own = all.Slice(text * output.Dimensions[1] * dimension, tokens * dimension);
        float[] vector = own[..dimension].ToArray();
        for (int token = 1; token < tokens && _folder.Pooling == Pooling.Mean; token++)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(vector, own.Slice(token * dimension, dimension), vector);
        }

        // The vectors' length is made 1 later, so their sum is as good as their mean.
        return vector;
    }
}
