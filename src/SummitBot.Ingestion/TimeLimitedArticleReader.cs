using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Ingestion;

/// <summary>
/// Stops reading a file after <see cref="CorpusOptions.MaxFileSeconds"/>, and at once when the caller cancels, even if
/// a parser ignores the cancellation: limits on size, markup and depth ensure that such a parser ends soon, and the
/// file is not read again before that. A file that took too long is not read again until it changes.
/// </summary>
internal sealed class TimeLimitedArticleReader(
    FileArticleReader inner,
    IOptions<CorpusOptions> options,
    TimeProvider time
) : IArticleReader
{
    private readonly ConcurrentDictionary<string, (ArticleFile File, ArticleReadResult Result)> _tooSlow = new(
        StringComparer.Ordinal
    );

    /// <summary>
    /// Readings that are still running, by the file's path: reading a file twice would take its memory twice.
    /// </summary>
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    public ArticleFileListing Find(IReadOnlyCollection<string> paths) => inner.Find(paths);

    public async Task<IReadOnlyList<ArticleReadResult>> ReadAsync(ArticleFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (
            _tooSlow.TryGetValue(file.Path, out (ArticleFile File, ArticleReadResult Result) known)
            && known.File == file
        )
        {
            return [known.Result];
        }

        int seconds = options.Value.MaxFileSeconds;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            if (_running.TryGetValue(file.Path, out Task? running))
            {
                await running.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                either.Token.ThrowIfCancellationRequested();
            }

            return await Start(file, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            string reason = string.Create(
                CultureInfo.InvariantCulture,
                $"Reading it took longer than {seconds} s: split the file, save it as plain text (.txt), or raise SummitBot:Corpus:MaxFileSeconds."
            );
            ArticleReadResult result = ArticleReadResult.Failed(file.Path, ArticleReadError.TooSlow, reason);
            _tooSlow[file.Path] = (file, result);
            return [result];
        }
    }

    private Task<IReadOnlyList<ArticleReadResult>> Start(ArticleFile file, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<ArticleReadResult>> reading = Task.Run(
            () => inner.ReadAsync(file, cancellationToken),
            cancellationToken
        );
        _running[file.Path] = reading;
        _ = reading.ContinueWith(
            ended => _running.TryRemove(KeyValuePair.Create<string, Task>(file.Path, ended)),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return reading;
    }
}
