using System.Security.Cryptography;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Fetching;

/// <summary>
/// One look at a bucket, container or repository: all of it is listed, what is not there any more goes, and what has changed is
/// fetched, several files at a time. While it cannot be listed, everything stays as it was.
/// </summary>
internal sealed class StoreVisit(
    Source source,
    IObjectStore store,
    CorpusOptions corpus,
    bool isDryRun,
    TimeProvider time
)
{
    /// <summary>So many files take their places together.</summary>
    private const int BatchSize = 64;

    private const int BufferLength = 81_920;

    private readonly FetchedFiles _state = FetchedFiles.Load(source.Folder);
    private readonly SkippedNames _skipped = new(corpus.Skip);
    private readonly List<FetchedItem> _items = [];
    private readonly List<StoredObject> _wanted = [];
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private bool _isCut;

    public async Task<FetchReport> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Choose(await ListAsync(cancellationToken));
            RemoveFormer();
            _names.UnionWith(_state.Entries.Values.Select(e => e.File));
            if (!isDryRun)
            {
                await FetchAsync(cancellationToken);
            }
        }
        catch (StoreException e)
        {
            _items.Add(new FetchedItem(store.Address, FetchOutcome.Failed, e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _items.Add(
                new FetchedItem(store.Address, FetchOutcome.Failed, $"Its files cannot be kept in {source.Folder}.")
            );
        }
        finally
        {
            _state.DeleteDrafts();
        }

        return new FetchReport(_items);
    }

    private async Task<List<StoredObject>> ListAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(store.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var listed = new List<StoredObject>();
        try
        {
            await foreach (StoredObject stored in store.ListAsync(either.Token))
            {
                limit.CancelAfter(store.Patience);
                if (listed.Count == source.Options.MaxFiles)
                {
                    _isCut = true;
                    break;
                }

                listed.Add(stored);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoreException(StoreError.Unavailable, TooSlow());
        }
        catch (Exception e) when (IsUnexpected(e))
        {
            throw NotUnderstood(e);
        }

        return listed;
    }

    private void Choose(List<StoredObject> listed)
    {
        long total = 0;
        foreach (StoredObject stored in listed.Where(s => !IsHidden(s.Key)))
        {
            FetchedFiles.Entry? former = _state.Entries.GetValueOrDefault(stored.Key);
            if (FindObstacle(stored, total) is { } obstacle)
            {
                _leftOut.Add(stored.Key);
                _items.Add(new FetchedItem(GetAddress(stored.Key), FetchOutcome.LeftOut, obstacle));
                continue;
            }

            total += stored.Length;
            _kept.Add(stored.Key);
            if (former is not null && former.ETag == stored.ETag && _state.HasFile(former))
            {
                _items.Add(new FetchedItem(GetAddress(stored.Key), FetchOutcome.Unchanged));
            }
            else if (isDryRun)
            {
                _items.Add(
                    new FetchedItem(GetAddress(stored.Key), former is null ? FetchOutcome.New : FetchOutcome.Changed)
                );
            }
            else
            {
                _wanted.Add(stored);
            }
        }

        if (_isCut)
        {
            _items.Add(
                new FetchedItem(
                    store.Address,
                    FetchOutcome.LeftOut,
                    $"There are more than {source.Options.MaxFiles} files: raise {nameof(SourceOptions.MaxFiles)} of the source to take them."
                )
            );
        }
    }

    /// <summary>Folders, files with a dot before their name or that of a folder, and what the settings skip, as in a folder.</summary>
    private bool IsHidden(string key)
    {
        if (key.EndsWith('/'))
        {
            return true;
        }

        for (int end = key.IndexOf('/', StringComparison.Ordinal); ; end = key.IndexOf('/', end + 1))
        {
            string path = end < 0 ? key : key[..end];
            string name = path[(path.LastIndexOf('/') + 1)..];
            if (name.StartsWith('.') || _skipped.Contains(path))
            {
                return true;
            }

            if (end < 0)
            {
                return false;
            }
        }
    }

    private string? FindObstacle(StoredObject stored, long total) =>
        stored.Obstacle
        ?? (
            ArticleFormats.FromPath(stored.Key) is null ? ArticleFormats.ReasonAgainst(stored.Key)
            : stored.Length > corpus.MaxFileBytes ? TooLarge()
            : stored.Length > source.Options.MaxTotalBytes - total
                ? $"The files before it have {total} bytes: raise {nameof(SourceOptions.MaxTotalBytes)} of the source to take more."
            : null
        );

    /// <summary>Before anything is fetched: what is gone must not be quoted while a long fetch goes on.</summary>
    private void RemoveFormer()
    {
        string[] former = [.. _state.Entries.Keys.Where(key => !_kept.Contains(key))];
        _items.AddRange(
            former
                .Where(key => !_leftOut.Contains(key))
                .Select(key => new FetchedItem(
                    GetAddress(key),
                    FetchOutcome.Gone,
                    "The source does not have it any more."
                ))
        );
        if (!isDryRun)
        {
            _state.Remove(former);
        }
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        foreach (StoredObject[] batch in _wanted.Chunk(BatchSize))
        {
            var fetched = new Fetched[batch.Length];
            await Parallel.ForAsync(
                0,
                batch.Length,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = store.MaxParallelReads,
                    CancellationToken = cancellationToken,
                },
                async (i, token) => fetched[i] = await FetchAsync(batch[i], token)
            );
            Keep(batch, fetched);
            if (Array.Find(fetched, f => f.Failure?.Error == StoreError.Unavailable).Failure is { } unavailable)
            {
                throw unavailable;
            }

            if (batch.Length == BatchSize && Array.TrueForAll(fetched, f => f.Failure?.Error == StoreError.Failed))
            {
                throw new StoreException(
                    StoreError.Unavailable,
                    $"{BatchSize} files one after the other could not be had: the rest waits for the next time."
                );
            }
        }
    }

    private async Task<Fetched> FetchAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(store.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        string draft = _state.CreateDraftPath();
        try
        {
            OpenedObject opened = await store.OpenAsync(stored, either.Token);
            await using Stream content = opened.Content;
            string hash = await CopyAsync(content, draft, either.Token);
            return new Fetched(draft, hash, opened.ETag);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Fetched(new StoreException(StoreError.Failed, TooSlow()));
        }
        catch (StoreException e)
        {
            return new Fetched(e);
        }
        catch (Exception e) when (store.Explain(e) is { } reason)
        {
            return new Fetched(reason);
        }
        catch (Exception e) when (IsUnexpected(e))
        {
            return new Fetched(NotUnderstood(e));
        }
    }

    /// <summary>Clients throw exceptions of many types for answers that they cannot parse.</summary>
    private static bool IsUnexpected(Exception e) =>
        e is not (OperationCanceledException or StoreException or IOException or UnauthorizedAccessException);

    private static StoreException NotUnderstood(Exception e) =>
        new(StoreError.Failed, $"The answer cannot be understood ({e.GetType().Name}).", e);

    /// <returns>SHA-256 of the content, hexadecimal.</returns>
    private async Task<string> CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = File.Create(path);
        byte[] buffer = new byte[BufferLength];
        long total = 0;
        int length;
        while ((length = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            total += length;
            if (total > corpus.MaxFileBytes)
            {
                throw new StoreException(StoreError.LeftOut, TooLarge());
            }

            hash.AppendData(buffer, 0, length);
            await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private void Keep(StoredObject[] batch, Fetched[] fetched)
    {
        var files = new List<(FetchedFiles.Entry Entry, string Draft)>();
        var notes = new List<FetchedFiles.Entry>();
        var gone = new List<string>();
        for (int i = 0; i < batch.Length; i++)
        {
            string key = batch[i].Key;
            FetchedFiles.Entry? former = _state.Entries.GetValueOrDefault(key);
            if (fetched[i].Failure is { } failure)
            {
                bool isGone = failure.Error is StoreError.Gone or StoreError.LeftOut;
                FetchOutcome outcome = failure.Error switch
                {
                    StoreError.LeftOut => FetchOutcome.LeftOut,
                    StoreError.Gone when former is not null => FetchOutcome.Gone,
                    _ => FetchOutcome.Failed,
                };
                gone.AddRange(isGone ? [key] : []);
                _items.Add(new FetchedItem(GetAddress(key), outcome, failure.Message));
                continue;
            }

            var entry = new FetchedFiles.Entry(
                key,
                former?.File ?? CreateName(key),
                fetched[i].Hash,
                fetched[i].ETag,
                LastModified: null
            );
            if (former?.Hash == entry.Hash && _state.HasFile(former))
            {
                notes.Add(entry);
                File.Delete(fetched[i].Draft);
                _items.Add(new FetchedItem(GetAddress(key), FetchOutcome.Unchanged));
            }
            else
            {
                files.Add((entry, fetched[i].Draft));
                FetchOutcome outcome = former is null ? FetchOutcome.New : FetchOutcome.Changed;
                _items.Add(new FetchedItem(GetAddress(key), outcome));
            }
        }

        _state.Remove(gone);
        _state.Note(notes);
        _state.Put(files);
    }

    /// <summary>
    /// The path of a new file. It begins with the name of the source: the ids of articles come from it, and two repositories may
    /// well have a readme each.
    /// </summary>
    private string CreateName(string key)
    {
        string name = $"{source.Name}/{StoredFileName.Create(key, isTaken: false)}";
        if (!_names.Add(name))
        {
            name = $"{source.Name}/{StoredFileName.Create(key, isTaken: true)}";
            _names.Add(name);
        }

        return name;
    }

    private Uri GetAddress(string key) =>
        new($"{store.Address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{StoredFileName.Escape(key)}");

    private string TooLarge() =>
        $"It has more than {corpus.MaxFileBytes} bytes: raise SummitBot:Corpus:MaxFileBytes to take it.";

    private string TooSlow() => $"No whole answer came within {store.Patience.TotalSeconds} s.";

    /// <summary>What became of a file: its content in a draft, or why there is none.</summary>
    private readonly record struct Fetched(string Draft, string Hash, string ETag, StoreException? Failure)
    {
        public Fetched(string draft, string hash, string etag)
            : this(draft, hash, etag, null) { }

        public Fetched(StoreException failure)
            : this("", "", "", failure) { }
    }
}
