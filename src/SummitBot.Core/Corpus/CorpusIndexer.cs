using System.Security.Cryptography;
using System.Text;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Core.Corpus;

/// <summary>
/// The use case: brings the index up to date with the corpus. Files whose length and time did not change are not read,
/// articles whose content did not change are not written, articles whose file is gone leave the index. The passages'
/// vectors follow, once the index is committed.
/// </summary>
public sealed class CorpusIndexer(
    IArticleReader reader,
    IPassageIndex index,
    PassageSplitter splitter,
    TimeProvider time,
    IPassageVectorIndex? vectors = null
)
{
    /// <summary>Files read before the next ones are begun: bounds memory and keeps the outcome independent of timing.</summary>
    private const int BatchSize = 64;

    /// <summary>Reads what changed and commits once; makes no commit when nothing changed.</summary>
    /// <exception cref="CorpusUnavailableException">A path of the corpus does not exist.</exception>
    /// <exception cref="IndexUnavailableException">The index cannot be written.</exception>
    public async Task<IndexingReport> IndexAsync(
        IndexingRequest request,
        IProgress<IndexingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        long started = time.GetTimestamp();
        ArticleFileListing listing = reader.Find(request.Paths);
        RefuseMissingPaths(listing, request.Paths);

        IndexingReport report = await WriteAsync(request, listing, progress, cancellationToken);
        VectorReport? vectorReport = vectors is null ? null : await vectors.UpdateAsync(progress, cancellationToken);
        return report with { Vectors = vectorReport, Elapsed = time.GetElapsedTime(started) };
    }

    private async Task<IndexingReport> WriteAsync(
        IndexingRequest request,
        ArticleFileListing listing,
        IProgress<IndexingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        IndexManifest? manifest = index.ReadManifest(out IndexTrouble? trouble);
        bool rebuild = request.Rebuild || manifest is null;
        using var run = new IndexingRun(index, splitter, rebuild ? null : manifest);
        await ReadAllAsync(run, listing, progress, cancellationToken);
        run.KeepUnlistable(listing.Failures);
        run.RemoveAllGone();

        bool committed = run.CommitIfChanged(request, rebuild);
        return run.Report() with
        {
            RebuiltBecause = manifest is null && trouble is not IndexTrouble.Missing ? trouble : null,
            Committed = committed,
        };
    }

    private static void RefuseMissingPaths(ArticleFileListing listing, IReadOnlyList<string> paths)
    {
        ArticleReadFailure? missing = listing.Failures.FirstOrDefault(f =>
            f.Error == ArticleReadError.NotFound && paths.Contains(f.Source, StringComparer.Ordinal)
        );
        if (missing is not null)
        {
            throw new CorpusUnavailableException(missing.Reason);
        }
    }

    private async Task ReadAllAsync(
        IndexingRun run,
        ArticleFileListing listing,
        IProgress<IndexingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        int done = 0;
        long bytes = 0;
        foreach (ArticleFile[] batch in listing.Files.Chunk(BatchSize))
        {
            var results = new ArticleReadResult?[batch.Length];
            await Parallel.ForAsync(
                0,
                batch.Length,
                cancellationToken,
                async (i, token) =>
                {
                    if (!run.IsUnchanged(batch[i]))
                    {
                        results[i] = await reader.ReadAsync(batch[i], token);
                    }
                }
            );
            Article?[] toWrite = [.. batch.Select((file, i) => run.Claim(file, results[i]))];
            await Parallel.ForAsync(
                0,
                batch.Length,
                cancellationToken,
                (i, _) =>
                {
                    run.Write(toWrite[i]);
                    return ValueTask.CompletedTask;
                }
            );
            done += batch.Length;
            bytes += batch.Sum(f => f.Length);
            progress?.Report(new IndexingProgress(done, listing.Files.Count, bytes));
        }
    }

    /// <summary>SHA-256 over all that the index holds of an article, and over how it is cut.</summary>
    internal static string HashOf(Article article)
    {
        string all = string.Join(
            '\u001f',
            PassageSplitter.Version,
            article.Id,
            article.Title,
            article.Published?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            article.Url,
            article.Publisher,
            article.Language,
            article.Source,
            string.Join(',', article.Headings),
            article.Text
        );
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }
}
