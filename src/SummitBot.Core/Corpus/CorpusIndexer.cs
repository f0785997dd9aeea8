using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Core.Corpus;

/// <summary>
/// The use case: updates the index from the corpus. Files whose length and time did not change are not read, articles
/// whose content did not change are not written, and articles whose file is gone are removed. The vectors follow after
/// the commit.
/// </summary>
public sealed class CorpusIndexer(
    IArticleReader reader,
    IPassageIndex index,
    PassageSplitter splitter,
    TimeProvider time,
    IPassageVectorIndex? vectors = null
)
{
    private readonly SlowFiles _slow = new(reader);

    /// <summary>
    /// Reads what changed and commits; makes no commit when nothing changed. A first index is also committed in
    /// between, so that questions can be answered early; later runs commit once.
    /// </summary>
    /// <exception cref="CorpusUnavailableException">A path of the corpus does not exist.</exception>
    /// <exception cref="IndexUnavailableException">The index cannot be written.</exception>
    /// <exception cref="RemovalNotConfirmedException">
    /// More than half of the articles would be removed, and the request does not allow it.
    /// </exception>
    public async Task<IndexingReport> IndexAsync(
        IndexingRequest request,
        IProgress<IndexingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        long started = time.GetTimestamp();
        ArticleFileListing listing = reader.Find(request.Paths);
        RefuseMissingPaths(listing, [.. request.Paths.Except(request.PathsThatMayBeMissing, StringComparer.Ordinal)]);

        IndexingReport report = await WriteAsync(request, listing, progress, cancellationToken);
        VectorReport? vectorReport =
            request.IsDryRun || request.LeavesVectors ? null : await UpdateVectorsAsync(progress, cancellationToken);
        return report with { Vectors = vectorReport, Elapsed = time.GetElapsedTime(started) };
    }

    /// <summary>
    /// Makes the vectors that the index lacks; null when no embedding model is set. The index may be written meanwhile.
    /// </summary>
    public async Task<VectorReport?> UpdateVectorsAsync(
        IProgress<IndexingProgress>? progress,
        CancellationToken cancellationToken
    ) => vectors is null ? null : await vectors.UpdateAsync(progress, cancellationToken);

    private async Task<IndexingReport> WriteAsync(
        IndexingRequest request,
        ArticleFileListing listing,
        IProgress<IndexingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        IndexManifest? manifest = index.ReadManifest(out IndexError? error);
        using var run = new IndexingRun(index, splitter, request, manifest, listing);
        var work = new FileWork(reader, _slow, run, run.CanCommitSoFar ? request.Interruption : null, time);
        bool isComplete = await work.ReadAllAsync(
            listing.Files,
            isFirstIndex: manifest is null,
            progress,
            cancellationToken
        );
        if (!isComplete)
        {
            return run.Report() with { Committed = run.CommitSoFar() };
        }

        run.KeepUnlistable();
        run.RemoveAllGone();

        bool committed = !request.IsDryRun && run.CommitIfChanged();
        return run.Report() with
        {
            RebuiltBecause = manifest is null && error is not IndexError.Missing ? error : null,
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

    /// <summary>SHA-256 of everything the index stores about an article, and of how it is split.</summary>
    internal static string ComputeHash(Article article)
    {
        string metadata = string.Join(
            '\u001f',
            PassageSplitter.Version,
            article.Id,
            article.Title,
            article.Published?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            article.Url,
            article.Publisher,
            article.Author,
            article.Language,
            article.Source,
            string.Join(',', article.Headings),
            string.Join(',', article.Pages),
            article.Author,
            article.Description,
            string.Join(',', article.Tags),
            article.Groups,
            ""
        );
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(metadata.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(article.Text.AsSpan()));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

/// <summary>
/// The corpus cannot be listed, so nothing was changed in the index. The message is a sentence for the operator that
/// says how to fix it.
/// </summary>
public sealed class CorpusUnavailableException(string message) : Exception(message);
