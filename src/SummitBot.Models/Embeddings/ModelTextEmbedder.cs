using System.Globalization;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Models.Embeddings.Onnx;

namespace SummitBot.Models.Embeddings;

/// <summary>Makes vectors by the model that the settings name; what a server says is checked before it is believed.</summary>
public sealed class ModelTextEmbedder : ITextEmbedder, IDisposable
{
    private readonly EmbeddingOptions _options;
    private readonly TimeProvider _time;
    private readonly Lazy<EmbeddingGenerators> _generators;

    public ModelTextEmbedder(IOptions<EmbeddingOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _time = time;

        // Not kept when it fails: a local model's missing file may be put there while the host runs.
        _generators = new Lazy<EmbeddingGenerators>(
            () => EmbeddingGenerators.Create(_options),
            LazyThreadSafetyMode.PublicationOnly
        );
    }

    public string? Model =>
        _options.Provider switch
        {
            EmbeddingProvider.None => null,

            // Known without reading the model, which takes a moment.
            EmbeddingProvider.Embedded => $"{EmbeddingProvider.Embedded}:{EmbeddedModel.Name}",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{_options.Provider}:{_generators.Value.Name}{Suffix(_options.Dimensions)}{Suffix(PassagePrefix)}"
            ),
        };

    public double MinSimilarity => _options.Provider == EmbeddingProvider.Embedded ? EmbeddedModel.MinSimilarity : -1;

    public bool Supports(string language) =>
        _options.Provider != EmbeddingProvider.Embedded || language is EmbeddedModel.Language or LanguageCodes.Unknown;

    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        IReadOnlyList<string> texts,
        EmbeddingPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (_options.Provider == EmbeddingProvider.None)
        {
            throw new EmbeddingUnavailableException(
                $"No embedding model is set: set {EmbeddingOptions.Section}:Provider."
            );
        }

        var vectors = new List<ReadOnlyMemory<float>>(texts.Count);
        foreach (string[] batch in texts.Chunk(_options.BatchSize))
        {
            vectors.AddRange(await EmbedBatchAsync(batch, purpose, cancellationToken));
        }

        return vectors.TrueForAll(v => v.Length == vectors[0].Length)
            ? vectors
            : throw EmbeddingErrors.NoVectors(_options, "vectors of different lengths");
    }

    public void Dispose()
    {
        if (_generators.IsValueCreated)
        {
            _generators.Value.Dispose();
        }
    }

    private string PassagePrefix =>
        _options.PassagePrefix.Length > 0 ? _options.PassagePrefix : _generators.Value.PassagePrefix;

    private string QuestionPrefix =>
        _options.QuestionPrefix.Length > 0 ? _options.QuestionPrefix : _generators.Value.QuestionPrefix;

    private static string Suffix(int dimensions) =>
        dimensions == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"/{dimensions}");

    private static string Suffix(string prefix) => prefix.Length == 0 ? "" : $"/{prefix.Trim()}";

    private async Task<IEnumerable<ReadOnlyMemory<float>>> EmbedBatchAsync(
        string[] batch,
        EmbeddingPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        bool isQuestion = purpose == EmbeddingPurpose.Question;
        bool isOwn = _options.Provider == EmbeddingProvider.Embedded;
        TimeSpan limit = TimeSpan.FromSeconds(
            isQuestion && !isOwn ? _options.QuestionTimeoutSeconds : _options.TimeoutSeconds
        );
        using var timeout = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            EmbeddingGenerators generators = _generators.Value;
            string prefix = isQuestion ? QuestionPrefix : PassagePrefix;
            EmbeddingGenerationOptions? wanted =
                _options.Dimensions == 0 ? null : new EmbeddingGenerationOptions { Dimensions = _options.Dimensions };
            GeneratedEmbeddings<Embedding<float>> made = await (
                isQuestion ? generators.ForQuestions : generators.ForPassages
            ).GenerateAsync(batch.Select(text => prefix + text), wanted, either.Token);
            return Checked(made, batch.Length);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is not EmbeddingUnavailableException)
        {
            throw timeout.IsCancellationRequested
                ? EmbeddingErrors.TooSlow(_options, limit)
                : EmbeddingErrors.Explain(_options, e);
        }
    }

    private List<ReadOnlyMemory<float>> Checked(GeneratedEmbeddings<Embedding<float>> made, int count)
    {
        if (made.Count != count)
        {
            throw EmbeddingErrors.NoVectors(
                _options,
                string.Create(CultureInfo.InvariantCulture, $"{made.Count} vectors for {count} texts")
            );
        }

        if (_options.Dimensions > 0 && made.Any(e => e.Vector.Length != _options.Dimensions))
        {
            throw EmbeddingErrors.NoVectors(
                _options,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"vectors of {made[0].Vector.Length} numbers where {EmbeddingOptions.Section}:Dimensions asks for {_options.Dimensions}"
                )
            );
        }

        return [.. made.Select(e => Normalized(e.Vector))];
    }

    private ReadOnlyMemory<float> Normalized(ReadOnlyMemory<float> vector)
    {
        float length = vector.IsEmpty ? 0 : TensorPrimitives.Norm(vector.Span);
        if (!float.IsFinite(length) || length == 0)
        {
            throw EmbeddingErrors.NoVectors(_options, "a vector that is empty, all zero or not finite");
        }

        float[] unit = new float[vector.Length];
        TensorPrimitives.Divide(vector.Span, length, unit);
        return unit;
    }
}
