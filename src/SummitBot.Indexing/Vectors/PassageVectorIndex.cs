using System.Globalization;
using Lucene.Net.Index;
using Microsoft.Extensions.Options;
using SummitBot.Core.Access;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Search;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Vectors;

/// <summary>Keeps the vector file up to date with the index.</summary>
internal sealed class PassageVectorIndex(
    IndexFolder folder,
    PassageSearchers searchers,
    IOptions<EmbeddingOptions> options,
    ITextEmbedder? embedder = null
) : IPassageVectorIndex
{
    public async Task<VectorReport?> UpdateAsync(
        IProgress<IndexingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        if (embedder is null)
        {
            return null;
        }

        try
        {
            return embedder.Model is { } model ? await UpdateAsync(model, progress, cancellationToken) : null;
        }
        catch (Exception e) when (DescribeError(e) is not null)
        {
            return new VectorReport(0, 0, 0) { Error = DescribeError(e) };
        }
    }

    private async Task<VectorReport> UpdateAsync(
        string model,
        IProgress<IndexingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        string commit = searchers.Use(AccessScope.Everything, GetCommit);
        var notes = new List<string>();
        using VectorFile? previous = OpenPrevious(model, notes);
        if (previous?.Header is { } header && header.Commit == commit && (header.IsComplete || IsTooLarge(header)))
        {
            return new VectorReport(header.Sentences, 0, header.Sentences - header.Keys.Count);
        }

        (commit, List<VectorKey> keys) = searchers.Use(
            AccessScope.Everything,
            searcher => (GetCommit(searcher), GetKeys(searcher))
        );
        if (keys.Count > MostSentences)
        {
            return LeaveToWords(model, commit, keys.Count, notes);
        }

        using VectorJournal journal = VectorJournal.Open(VectorPaths.GetJournal(folder), model);
        var run = new VectorRun(embedder!, searchers, options.Value.BatchSize, previous, journal);
        await run.EmbedAsync(keys, progress, cancellationToken);
        VectorKey[] had = run.Write(VectorPaths.GetFile(folder), model, commit, keys);
        journal.Clear();
        return new VectorReport(keys.Count, run.Embedded, keys.Count - had.Length)
        {
            Notes = [.. notes, .. run.Notes],
            Error = run.Error,
        };
    }

    private int MostSentences =>
        options.Value.Provider == EmbeddingProvider.Embedded ? options.Value.MaxSentences : int.MaxValue;

    private bool IsTooLarge(VectorFileHeader header) => header.Keys.Count == 0 && header.Sentences > MostSentences;

    /// <summary>
    /// A file without vectors records that this commit was checked, so that the next run need not count again.
    /// </summary>
    private VectorReport LeaveToWords(string model, string commit, int sentences, List<string> notes)
    {
        VectorFile.Write(
            VectorPaths.GetFile(folder),
            new VectorFileHeader(model, commit, 1, sentences, []),
            (_, _) => { }
        );
        notes.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The articles have more than {MostSentences} sentences and are searched by their words alone: raise {EmbeddingOptions.Section}:MaxSentences to search them by meaning too."
            )
        );
        return new VectorReport(sentences, 0, sentences) { Notes = notes };
    }

    private VectorFile? OpenPrevious(string model, List<string> notes)
    {
        try
        {
            VectorFile? previous = VectorFile.Open(VectorPaths.GetFile(folder));
            if (previous is null || previous.Header.Model == model)
            {
                return previous;
            }

            notes.Add(
                $"The embedding model was {previous.Header.Model} and is {model} now: all vectors are computed again."
            );
            previous.Dispose();
        }
        catch (VectorFileException e)
        {
            notes.Add($"The file of vectors was {e.Message}: all vectors are computed again.");
        }

        return null;
    }

    private static string GetCommit(PassageSearcher searcher)
    {
        IndexCommit commit = ((DirectoryReader)searcher.IndexReader).IndexCommit;
        return IndexLayout.GetCommitName(commit.UserData, commit.Generation);
    }

    /// <summary>
    /// The sentences of all articles in languages that the model supports; one more than the limit when there are too
    /// many.
    /// </summary>
    private List<VectorKey> GetKeys(PassageSearcher searcher) =>
        [
            .. PassageDocuments
                .All(searcher)
                .Where(a => embedder!.Supports(a.Article.Language))
                .SelectMany(a => EmbeddedText.GetKeys(a.Article, a.Passages))
                .Take(MostSentences == int.MaxValue ? int.MaxValue : MostSentences + 1),
        ];

    /// <summary>A message for errors outside the program; null for anything else.</summary>
    private string? DescribeError(Exception e) =>
        e switch
        {
            EmbeddingUnavailableException or IndexUnavailableException => e.Message,
            IOException io when LuceneErrorMapper.IsSharingViolation(io) =>
                "Another process is already computing the vectors.",
            VectorFileException => $"The file of vectors in {folder.FullPath} became unreadable: index again.",
            IOException or UnauthorizedAccessException =>
                $"The vectors cannot be written into {folder.FullPath} ({e.Message.TrimEnd('.')}): fix that and index again.",
            _ => null,
        };
}
