using SummitBot.Core.Access;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Search;

namespace SummitBot.Indexing.Vectors;

/// <summary>
/// One update of the vectors: computes those that are neither in the previous file nor in the journal.
/// </summary>
internal sealed class VectorRun(
    ITextEmbedder embedder,
    PassageSearchers searchers,
    int batchSize,
    VectorFile? previous,
    VectorJournal journal
)
{
    private readonly List<string> _notes = [];
    private Dictionary<UInt128, int> _previousRows = GetRows(previous);

    /// <summary>Numbers in a vector; 0 while none is known.</summary>
    private int _dimension = previous is { Header.Keys.Count: > 0 } ? previous.Header.Dimension : journal.Dimension;

    public int Embedded { get; private set; }

    public string? Error { get; private set; }

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Stops early, with <see cref="Error"/>, when the model cannot be used.</summary>
    public async Task EmbedAsync(
        List<VectorKey> keys,
        IProgress<IndexingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        VectorKey[] missing = FindMissing(keys);
        for (int done = 0; done < missing.Length; )
        {
            VectorKey[] batch = [.. missing.Skip(done).Take(batchSize)];
            progress?.Report(
                new IndexingProgress(keys.Count - missing.Length + done, keys.Count, 0)
                {
                    Stage = IndexingStage.Vectors,
                }
            );
            int before = _dimension;
            try
            {
                await EmbedAsync(batch, cancellationToken);
            }
            catch (EmbeddingUnavailableException e)
            {
                Error = e.Message;
                return;
            }

            done += batch.Length;
            if (before != 0 && before != _dimension)
            {
                _notes.Add(
                    $"The embedding model's vectors had {before} numbers and have {_dimension} now: all vectors are computed again."
                );
                missing = FindMissing(keys);
                done = 0;
            }
        }
    }

    /// <summary>Replaces the file if its contents change.</summary>
    /// <returns>The keys that have a vector.</returns>
    public VectorKey[] Write(string path, string model, string commit, List<VectorKey> keys)
    {
        VectorKey[] had = [.. keys.Where(k => _previousRows.ContainsKey(k.Hash) || journal.Has(k.Hash))];
        bool isSame =
            previous is not null
            && Embedded == 0
            && previous.Header.Commit == commit
            && previous.Header.Sentences == keys.Count
            && previous.Header.Keys.SequenceEqual(had);
        if (!isSame)
        {
            var header = new VectorFileHeader(model, commit, Math.Max(1, _dimension), keys.Count, had);
            VectorFile.Write(path, header, (row, vector) => Read(had[row].Hash, vector));
        }

        return had;
    }

    private static Dictionary<UInt128, int> GetRows(VectorFile? file)
    {
        var rows = new Dictionary<UInt128, int>();
        for (int row = 0; row < file?.Header.Keys.Count; row++)
        {
            rows[file.Header.Keys[row].Hash] = row;
        }

        return rows;
    }

    /// <summary>
    /// One key for each distinct text, because equal texts share a vector. Shortest first, because a batch takes as
    /// long as its longest text.
    /// </summary>
    private VectorKey[] FindMissing(List<VectorKey> keys) =>
        [
            .. keys.Where(k => !_previousRows.ContainsKey(k.Hash) && !journal.Has(k.Hash))
                .DistinctBy(k => k.Hash)
                .OrderBy(k => k.Sentence.Length),
        ];

    private void Read(UInt128 hash, Span<float> vector)
    {
        if (!journal.TryRead(hash, vector))
        {
            previous!.Read(_previousRows[hash], vector);
        }
    }

    private async Task EmbedAsync(VectorKey[] batch, CancellationToken cancellationToken)
    {
        List<string> texts = [];
        List<UInt128> hashes = [];
        foreach (
            (VectorKey key, string? text) in batch.Zip(
                searchers.Use(AccessScope.Everything, searcher => ReadTexts(searcher, batch))
            )
        )
        {
            // Another process may have committed meanwhile; its own run, or the next one, updates those passages.
            if (text is not null && EmbeddedText.ComputeHash(text) == key.Hash)
            {
                texts.Add(text);
                hashes.Add(key.Hash);
            }
        }

        IReadOnlyList<ReadOnlyMemory<float>> vectors = await embedder.EmbedAsync(
            texts,
            EmbeddingPurpose.Passage,
            cancellationToken
        );
        if (vectors.Count == 0)
        {
            return;
        }

        journal.Append([.. hashes.Zip(vectors)]);
        Embedded += vectors.Count;
        if (_dimension != vectors[0].Length)
        {
            _dimension = vectors[0].Length;
            _previousRows = [];
        }
    }

    private static string?[] ReadTexts(PassageSearcher searcher, VectorKey[] batch) =>
        [
            .. batch.Select(key =>
                PassageDocuments.Find(searcher, key.Passage) is { } found && found.Passage.Range.Contains(key.Sentence)
                    ? EmbeddedText.Create(found.Article.Title, found.Passage.GetText(key.Sentence))
                    : null
            ),
        ];
}
