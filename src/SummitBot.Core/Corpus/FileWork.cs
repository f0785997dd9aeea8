using SummitBot.Core.Articles;

namespace SummitBot.Core.Corpus;

/// <summary>Reads the files of a run and writes their articles: fast files first, slow ones last.</summary>
/// <param name="interruption">Ends the work when only slow files are left; null when nothing does.</param>
internal sealed class FileWork(
    IArticleReader reader,
    SlowFiles slow,
    IndexingRun run,
    Task? interruption,
    TimeProvider time
)
{
    /// <summary>Number of files read together: bounds memory and makes the result independent of timing.</summary>
    private const int BatchSize = 64;

    /// <summary>Bytes of files read together.</summary>
    private const long BatchBytes = 8_000_000;

    /// <summary>
    /// A larger file is postponed at once and read alone: one whose reading was given up would still hold its memory
    /// while the next is read.
    /// </summary>
    private const long LargeFileBytes = BatchBytes / 2;

    /// <summary>A file that takes longer is postponed until all others are read.</summary>
    private static readonly TimeSpan FirstTry = TimeSpan.FromSeconds(2);

    /// <summary>Between two commits of a first index.</summary>
    private static readonly TimeSpan FirstInterval = TimeSpan.FromSeconds(10);

    /// <summary>Between two commits of an index that answers already: what changes is to be seen soon.</summary>
    private static readonly TimeSpan UpdateInterval = TimeSpan.FromSeconds(3);

    /// <summary>The files that wait for the next pass, in path order at first.</summary>
    private readonly List<ArticleFile> _putOff = [];
    private int _done;
    private long _bytes;
    private long _committed;

    /// <param name="isFirstIndex">True when nothing can be searched before the first commit.</param>
    /// <returns>False when it was interrupted: slow files wait for the next run.</returns>
    public async Task<bool> ReadAllAsync(
        IReadOnlyList<ArticleFile> files,
        bool isFirstIndex,
        IProgress<IndexingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        _committed = time.GetTimestamp();
        TimeSpan interval = isFirstIndex ? FirstInterval : UpdateInterval;
        slow.Forget(files);
        var large = files
            .Where(file => (file.Length > LargeFileBytes || slow.Contains(file)) && !run.IsUnchanged(file))
            .ToHashSet();
        _putOff.AddRange(files.Where(large.Contains));
        await ReadPassAsync(files.Where(file => !large.Contains(file)), Pass.Fast);
        if (_putOff.Count > 0)
        {
            Report(progress, files.Count, isCommitted: _done > 0 && Commit());
            await ReadPassAsync(TakePutOff(), Pass.Slow);
            if (!IsInterrupted)
            {
                await ReadPassAsync(TakePutOff(), Pass.Last);
            }
        }

        return _putOff.Count == 0;

        async Task ReadPassAsync(IEnumerable<ArticleFile> some, Pass pass)
        {
            bool isAlone = pass != Pass.Fast && interruption is not null;
            foreach (ArticleFile[] batch in isAlone ? some.Chunk(1) : GetBatches(some))
            {
                if (isAlone && IsInterrupted)
                {
                    _putOff.AddRange(batch);
                    continue;
                }

                await ProcessAsync(batch, pass, cancellationToken);
                Report(progress, files.Count, isCommitted: IsDue(interval) && Commit());
            }
        }
    }

    private bool IsInterrupted => interruption is { IsCompleted: true };

    private ArticleFile[] TakePutOff()
    {
        ArticleFile[] files = [.. _putOff.OrderByDescending(slow.IsCurrent)];
        _putOff.Clear();
        return files;
    }

    private bool IsDue(TimeSpan interval) => time.GetElapsedTime(_committed) >= interval;

    private static IEnumerable<ArticleFile[]> GetBatches(IEnumerable<ArticleFile> files)
    {
        var batch = new List<ArticleFile>();
        long bytes = 0;
        foreach (ArticleFile file in files)
        {
            if (batch.Count == BatchSize || (batch.Count > 0 && bytes + file.Length > BatchBytes))
            {
                yield return [.. batch];
                batch.Clear();
                bytes = 0;
            }

            batch.Add(file);
            bytes += file.Length;
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }

    private bool Commit()
    {
        bool isCommitted = run.CommitSoFar();
        _committed = time.GetTimestamp();
        return isCommitted;
    }

    private void Report(IProgress<IndexingProgress>? progress, int total, bool isCommitted) =>
        progress?.Report(new IndexingProgress(_done, total, _bytes) { IsCommitted = isCommitted });

    private async Task ProcessAsync(ArticleFile[] batch, Pass pass, CancellationToken cancellationToken)
    {
        var results = new IReadOnlyList<ArticleReadResult>?[batch.Length];
        bool[] isSlow = new bool[batch.Length];
        await Parallel.ForAsync(
            0,
            batch.Length,
            cancellationToken,
            async (i, token) =>
            {
                if (!run.IsUnchanged(batch[i]))
                {
                    results[i] =
                        pass == Pass.Fast ? await TryReadAsync(batch[i], token)
                        : interruption is null ? await reader.ReadAsync(batch[i], token)
                        : await slow.ReadAsync(batch[i], interruption, token);
                    isSlow[i] = results[i] is null;
                }
            }
        );
        var toWrite = new List<Article>();
        foreach ((int i, ArticleFile file) in batch.Index())
        {
            if (isSlow[i])
            {
                slow.Add(file);
            }

            if (isSlow[i] || (pass != Pass.Last && run.IsHeldByAnother(file, results[i])))
            {
                _putOff.Add(file);
                continue;
            }

            toWrite.AddRange(run.Claim(file, results[i]));
            _done++;
            _bytes += file.Length;
        }

        await Parallel.ForAsync(
            0,
            toWrite.Count,
            cancellationToken,
            (i, token) =>
            {
                run.Write(toWrite[i], token);
                return ValueTask.CompletedTask;
            }
        );
    }

    /// <summary>Null when it takes longer than <see cref="FirstTry"/>.</summary>
    private async Task<IReadOnlyList<ArticleReadResult>?> TryReadAsync(
        ArticleFile file,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(FirstTry, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await reader.ReadAsync(file, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private enum Pass
    {
        /// <summary>Each file has <see cref="FirstTry"/>; slow ones wait.</summary>
        Fast,

        /// <summary>Without that limit. A file that wants an id whose holder was not read yet still waits.</summary>
        Slow,

        /// <summary>All holders were read: ids that are still free can be taken.</summary>
        Last,
    }
}
