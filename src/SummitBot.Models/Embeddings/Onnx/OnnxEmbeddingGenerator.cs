using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Microsoft.ML.Tokenizers;
using SummitBot.Core.Retrieval;

namespace SummitBot.Models.Embeddings.Onnx;

/// <summary>
/// Runs a sentence-embedding model of a local folder. Thread-safe. Each text is run by itself, several at the same time: in
/// one run together they would be padded to the longest, take more memory than a core's cache has, and wait for one another.
/// </summary>
internal sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string TokenInput = "input_ids";
    private const string MaskInput = "attention_mask";
    private const string TypeInput = "token_type_ids";

    private readonly OnnxModelFolder _folder;
    private readonly BertTokenizer _tokenizer;
    private readonly InferenceSession _session;
    private readonly string _output;
    private readonly int _textsAtOnce;

    private volatile bool _isDisposed;

    /// <param name="threads">Threads that the run of one text may use; 0 is half of the machine's.</param>
    /// <exception cref="EmbeddingUnavailableException">A file of the folder is no model, or not of this kind.</exception>
    public OnnxEmbeddingGenerator(OnnxModelFolder folder, int threads)
    {
        int threadsOfRun = threads > 0 ? threads : Math.Max(1, Environment.ProcessorCount / 2);
        _folder = folder;
        _textsAtOnce = Math.Max(1, Environment.ProcessorCount / threadsOfRun);
        _tokenizer = Load(
            folder.VocabularyFile,
            "vocabulary of a WordPiece tokenizer",
            file => BertTokenizer.Create(file, new BertOptions { LowerCaseBeforeTokenization = folder.IsLowerCase })
        );
        _session = Load(folder.ModelFile, "ONNX model", file => OnnxSessions.Open(file, threadsOfRun));
        string? strange = _session.InputMetadata.Keys.FirstOrDefault(i =>
            i is not (TokenInput or MaskInput or TypeInput)
        );
        string? output = _session
            .OutputMetadata.Where(o => o.Value.ElementType == typeof(float) && o.Value.Dimensions.Length is 2 or 3)
            .Select(o => o.Key)
            .FirstOrDefault();
        if (strange is not null || output is null || !_session.InputMetadata.ContainsKey(TokenInput))
        {
            OnnxSessions.Close(_session);
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

    /// <summary>Waits for the texts that run now.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        OnnxSessions.Close(_session);
    }

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

    private GeneratedEmbeddings<Embedding<float>> Generate(string[] texts, CancellationToken cancellationToken)
    {
        var vectors = new Embedding<float>[texts.Length];
        using var run = new RunOptions();
        using CancellationTokenRegistration stop = cancellationToken.Register(() => run.Terminate = true);
        try
        {
            Parallel.For(
                0,
                texts.Length,
                new ParallelOptions { MaxDegreeOfParallelism = _textsAtOnce, CancellationToken = cancellationToken },
                i => vectors[i] = Embed(texts[i], run)
            );
        }
        catch (AggregateException several) when (several.InnerException is OnnxRuntimeException failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new EmbeddingUnavailableException(
                $"{_folder.ModelFile} failed on a text: check that {_folder.VocabularyFile} belongs to it.",
                failure
            );
        }
        catch (AggregateException several) when (several.InnerException is ObjectDisposedException closed)
        {
            throw new EmbeddingUnavailableException(
                $"{_folder.ModelFile} was closed while texts were waiting for it: the program is stopping.",
                closed
            );
        }

        return [.. vectors];
    }

    /// <summary>The text's vector, not yet made of length 1.</summary>
    private Embedding<float> Embed(string text, RunOptions run)
    {
        long[] ids = [.. _tokenizer.EncodeToIds(text, _folder.MaxTokens, out _, out _)];
        return OnnxSessions.Use(() =>
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = _session.Run(
                CreateInputs(ids),
                [_output],
                run
            );
            return new Embedding<float>(Embed(results[0].AsTensor<float>().ToDenseTensor()));
        });
    }

    private List<NamedOnnxValue> CreateInputs(long[] ids)
    {
        int[] shape = [1, ids.Length];
        return
        [
            .. _session.InputMetadata.Keys.Select(name =>
                NamedOnnxValue.CreateFromTensor(
                    name,
                    name switch
                    {
                        TokenInput => new DenseTensor<long>(ids, shape),
                        MaskInput => Filled(1),
                        _ => Filled(0),
                    }
                )
            ),
        ];

        DenseTensor<long> Filled(long value)
        {
            var tensor = new DenseTensor<long>(shape);
            tensor.Fill(value);
            return tensor;
        }
    }

    /// <summary>As the model gives it, or pooled from the tokens' vectors.</summary>
    private float[] Embed(DenseTensor<float> output)
    {
        ReadOnlySpan<float> all = output.Buffer.Span;
        int dimension = output.Dimensions[^1];
        float[] vector = all[..dimension].ToArray();
        for (int from = dimension; from < all.Length && _folder.Pooling == Pooling.Mean; from += dimension)
        {
            TensorPrimitives.Add(vector, all.Slice(from, dimension), vector);
        }

        // The vectors' length is made 1 later, so their sum is as good as their mean.
        return vector;
    }
}
