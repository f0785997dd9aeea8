using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Retrieval;

namespace SummitBot.Indexing.Vectors;

/// <summary>
/// The vectors of questions. The latest are remembered, since one question is searched for several times. While the model
/// is in trouble, it is asked again only from time to time: no question but the first should wait for it.
/// </summary>
internal sealed partial class QuestionVectors(
    TimeProvider time,
    ILogger<QuestionVectors> logger,
    ITextEmbedder? embedder = null
)
{
    private const int MostRemembered = 256;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, ReadOnlyMemory<float>> _known = new(StringComparer.Ordinal);
    private long _troubleAt;
    private volatile bool _isInTrouble;

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

    /// <inheritdoc cref="ITextEmbedder.LeastLikeness"/>
    public double LeastLikeness => embedder?.LeastLikeness ?? -1;

    /// <inheritdoc cref="ITextEmbedder.Reads"/>
    public bool Reads(string language) => embedder?.Reads(language) == true;

    /// <summary>The question's vector; null, with a log line, when the model cannot be used.</summary>
    public async Task<ReadOnlyMemory<float>?> OfAsync(string question, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(question, out ReadOnlyMemory<float> known))
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
            _isInTrouble = false;
            Remember(question, vectors[0]);
            return vectors[0];
        }
        catch (EmbeddingUnavailableException e)
        {
            Rest(e);
            return null;
        }
    }

    private bool IsResting => _isInTrouble && time.GetElapsedTime(Interlocked.Read(ref _troubleAt)) < Pause;

    private void Remember(string question, ReadOnlyMemory<float> vector)
    {
        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        _known[question] = vector;
    }

    private void Rest(EmbeddingUnavailableException trouble)
    {
        if (!IsResting)
        {
            Interlocked.Exchange(ref _troubleAt, time.GetTimestamp());
            _isInTrouble = true;
            LogTrouble(logger, trouble.Message, (int)Pause.TotalSeconds);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Searching by words alone for {Seconds} s, the embedding model is in trouble: {Trouble}"
    )]
    private static partial void LogTrouble(ILogger logger, string trouble, int seconds);
}
