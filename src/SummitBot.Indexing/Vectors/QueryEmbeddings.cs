using BitFaster.Caching.Lru;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Retrieval;

namespace SummitBot.Indexing.Vectors;

/// <summary>
/// The vectors of questions. The latest are cached, because one question is searched several times. While the model
/// fails, it is tried again only from time to time, so that at most one question waits for it.
/// </summary>
internal sealed partial class QueryEmbeddings(
    TimeProvider time,
    ILogger<QueryEmbeddings> logger,
    ITextEmbedder? embedder = null
)
{
    private const int MaxRemembered = 256;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ClassicLru<string, ReadOnlyMemory<float>> _known = new(MaxRemembered);
    private long _failedAt;
    private volatile bool _isFailing;

    /// <summary>See <see cref="ITextEmbedder.Model"/>; null also while the model cannot be read.</summary>
    public string? Model
    {
        get
        {
            try
            {
                return embedder?.Model;
            }
            catch (EmbeddingUnavailableException e)
            {
                Rest(e);
                return null;
            }
        }
    }

    /// <inheritdoc cref="ITextEmbedder.MinSimilarity"/>
    public double MinSimilarity => embedder?.MinSimilarity ?? -1;

    /// <inheritdoc cref="ITextEmbedder.Supports"/>
    public bool Reads(string language) => embedder?.Supports(language) == true;

    /// <summary>The question's vector; null, with a log line, when the model cannot be used.</summary>
    public async Task<ReadOnlyMemory<float>?> GetAsync(string question, CancellationToken cancellationToken)
    {
        if (_known.TryGet(question, out ReadOnlyMemory<float> known))
        {
            return known;
        }

        if (embedder is null || IsResting)
        {
            return null;
        }

        try
        {
            IReadOnlyList<ReadOnlyMemory<float>> vectors = await embedder.EmbedAsync(
                [question],
                EmbeddingPurpose.Question,
                cancellationToken
            );
            _isFailing = false;
            _known.AddOrUpdate(question, vectors[0]);
            return vectors[0];
        }
        catch (EmbeddingUnavailableException e)
        {
            Rest(e);
            return null;
        }
    }

    private bool IsResting => _isFailing && time.GetElapsedTime(Interlocked.Read(ref _failedAt)) < Pause;

    private void Rest(EmbeddingUnavailableException error)
    {
        if (!IsResting)
        {
            Interlocked.Exchange(ref _failedAt, time.GetTimestamp());
            _isFailing = true;
            LogError(logger, error.Message, (int)Pause.TotalSeconds);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Searching by words alone for {Seconds} s, because the embedding model failed: {Error}"
    )]
    private static partial void LogError(ILogger logger, string error, int seconds);
}
