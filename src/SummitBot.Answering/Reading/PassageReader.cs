using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Core.Reading;
using SummitBot.Core.Retrieval;
using SummitBot.Core.Telemetry;

namespace SummitBot.Answering.Reading;

/// <summary>
/// Reads a question together with its best passages. Where it is busy, late or broken, the answer goes on without it.
/// </summary>
public sealed partial class PassageReader : IDisposable
{
    /// <summary>The language that the reader was trained on, ISO 639-1.</summary>
    public const string Language = "en";

    /// <summary>How much the time of the last question counts against those before it.</summary>
    private const double Newest = 0.2;

    private static readonly int QuestionsAtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly IReadingModel _model;
    private readonly ReaderOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<PassageReader> _logger;
    private readonly ReaderWindows _windows;
    private readonly SemaphoreSlim _free = new(QuestionsAtOnce);
    private double _usualMilliseconds;
    private int _inside;
    private int _isBroken;

    public PassageReader(
        IReadingModel model,
        IOptions<ReaderOptions> options,
        TimeProvider time,
        ILogger<PassageReader> logger
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        (_model, _options, _time, _logger) = (model, options.Value, time, logger);
        _windows = new ReaderWindows(model);
    }

    /// <summary>Loads the model, so that the first question need not wait; what goes wrong is logged.</summary>
    public void Prepare()
    {
        if (_options.Provider != ReaderProvider.None)
        {
            TryLoad();
        }
    }

    /// <summary>
    /// What the reader says of the best passages, for each wording; null when it does not read them: it is switched off, busy, late or
    /// broken, or the language is not English.
    /// </summary>
    /// <param name="wordings">What may have been asked, at least one.</param>
    /// <param name="language">ISO 639-1 code of the question.</param>
    /// <param name="passages">Best first; of another language are passed over.</param>
    public async Task<IReadOnlyList<PassageReadings>?> ReadAsync(
        IReadOnlyList<string> wordings,
        string language,
        IReadOnlyList<RetrievedPassage> passages,
        CancellationToken cancellationToken
    )
    {
        RetrievedPassage[] readable = [.. passages.Where(p => p.Article.Language == Language).Take(_options.Passages)];
        bool isWanted = _options.Provider != ReaderProvider.None && language == Language && readable.Length > 0;
        if (!isWanted || !await Task.Run(TryLoad, cancellationToken))
        {
            return null;
        }

        int turn = (Interlocked.Increment(ref _inside) + QuestionsAtOnce - 1) / QuestionsAtOnce;
        try
        {
            // A question that cannot be read in time would only keep others from being read.
            bool isTooLate = turn > 1 && turn * Volatile.Read(ref _usualMilliseconds) > _options.DeadlineMilliseconds;
            return isTooLate ? null : await ReadInTimeAsync(wordings, readable, cancellationToken);
        }
        catch (ReaderUnavailableException e)
        {
            Break(e);
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public void Dispose() => _free.Dispose();

    private async Task<IReadOnlyList<PassageReadings>?> ReadInTimeAsync(
        IReadOnlyList<string> wordings,
        RetrievedPassage[] passages,
        CancellationToken cancellationToken
    )
    {
        using var deadline = new CancellationTokenSource(
            TimeSpan.FromMilliseconds(_options.DeadlineMilliseconds),
            _time
        );
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await _free.WaitAsync(either.Token);
            try
            {
                using var step = AnswerStep.Start("read");
                long started = _time.GetTimestamp();
                PassageReadings[] readings = await Task.Run(() => Read(wordings, passages, either.Token), either.Token);
                double taken = _time.GetElapsedTime(started).TotalMilliseconds;
                Volatile.Write(ref _usualMilliseconds, (Newest * taken) + ((1 - Newest) * _usualMilliseconds));
                return readings;
            }
            finally
            {
                _free.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogLate(_options.DeadlineMilliseconds);
            return null;
        }
    }

    /// <summary>The longest windows first, so that no long one is left for the end.</summary>
    private PassageReadings[] Read(
        IReadOnlyList<string> wordings,
        RetrievedPassage[] passages,
        CancellationToken cancellationToken
    )
    {
        (ReaderWindow Window, int Wording)[] windows =
        [
            .. _windows.Create(wordings, passages).OrderByDescending(window => window.Window.Tokens.Count),
        ];
        var read = new WindowReading[windows.Length];
        try
        {
            Parallel.For(
                0,
                windows.Length,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = Environment.ProcessorCount,
                    CancellationToken = cancellationToken,
                },
                i => read[i] = _model.Read(windows[i].Window, cancellationToken)
            );
        }
        catch (AggregateException several)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw several.InnerExceptions.OfType<ReaderUnavailableException>().FirstOrDefault()
                ?? several.InnerException!;
        }

        PassageReadings[] readings = [.. wordings.Select(_ => new PassageReadings())];
        foreach (((ReaderWindow window, int wording), WindowReading reading) in windows.Zip(read))
        {
            readings[wording].Add(window, reading);
        }

        return readings;
    }

    private bool TryLoad()
    {
        if (Volatile.Read(ref _isBroken) != 0)
        {
            return false;
        }

        try
        {
            _model.Load();
            return true;
        }
        catch (ReaderUnavailableException e)
        {
            Break(e);
            return false;
        }
    }

    private void Break(ReaderUnavailableException error)
    {
        if (Interlocked.Exchange(ref _isBroken, 1) == 0)
        {
            LogUnavailable(error.Message);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Answers are chosen without the reader until the next start. {Reason}"
    )]
    private partial void LogUnavailable(string reason);

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "The reader took longer than {Milliseconds} ms; the answer was chosen without it."
    )]
    private partial void LogLate(int milliseconds);
}
