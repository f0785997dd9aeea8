using Microsoft.Extensions.Logging;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Vectors;

/// <summary>
/// The vectors to search in: those of the file, loaded once, and again when the file was replaced, by whichever process.
/// Looks at the file about once a second; while one question loads a new file, others use the former one.
/// </summary>
internal sealed partial class PassageVectorStore(
    IndexFolder folder,
    TimeProvider time,
    ILogger<PassageVectorStore> logger
)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _loading = new();
    private volatile SentenceVectors? _current;
    private (long Length, DateTime LastWritten)? _loaded;
    private long _lookedAt;
    private bool _hasLooked;

    /// <summary>The vectors; null when there are none, or none to be read, or none of this model. Then a log line says why.</summary>
    public SentenceVectors? GetVectors(string model)
    {
        if (_loading.TryEnter())
        {
            try
            {
                if (!_hasLooked || time.GetElapsedTime(_lookedAt) >= Interval)
                {
                    _hasLooked = true;
                    _lookedAt = time.GetTimestamp();
                    Refresh(model);
                }
            }
            finally
            {
                _loading.Exit();
            }
        }

        return _current is { } vectors && vectors.Header.Model == model ? vectors : null;
    }

    private void Refresh(string model)
    {
        var file = new FileInfo(VectorPaths.GetFile(folder));
        (long, DateTime)? found = file.Exists ? (file.Length, file.LastWriteTimeUtc) : null;
        if (found == _loaded)
        {
            return;
        }

        _loaded = found;
        try
        {
            using VectorFile? open = VectorFile.Open(file.FullName);
            _current = open is null ? null : SentenceVectors.Load(open);
            Tell(_current, model);
        }
        catch (Exception e) when (e is VectorFileException or IOException or UnauthorizedAccessException)
        {
            _current = null;
            LogUnreadable(logger, e.Message);
        }
    }

    private void Tell(SentenceVectors? vectors, string model)
    {
        if (vectors is null)
        {
            return;
        }

        if (vectors.Header.Model != model)
        {
            LogOtherModel(logger, vectors.Header.Model, model);
            return;
        }

        LogLoaded(logger, vectors.Header.Keys.Count, vectors.Header.Sentences, model);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Vectors} of {Sentences} sentences have vectors of {Model}"
    )]
    private static partial void LogLoaded(ILogger logger, int vectors, int sentences, string model);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The vectors are of the model {Former}, not of {Model}, and are not used: run `summitbot index`"
    )]
    private static partial void LogOtherModel(ILogger logger, string former, string model);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The file of vectors is unreadable ({Reason}) and not used: run `summitbot index`"
    )]
    private static partial void LogUnreadable(ILogger logger, string reason);
}
