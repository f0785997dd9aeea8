using System.Security.Cryptography;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Fetching;

/// <summary>
/// One look at a bucket, container or repository: all of it is listed, what is not there any more goes, and what has changed is
/// fetched, several files at a time. While it cannot be listed, everything stays as it was. The limits of the source hold for
/// new files: those that are here are followed before any other comes in.
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

    /// <summary>So many times <see cref="SourceOptions.MaxFiles"/> names are read of a listing.</summary>
    private const int MaxSurplus = 10;

    private readonly FetchedFiles _state = FetchedFiles.Load(source.Folder);
    private readonly SkippedNames _skipped = new(corpus.Skip);
    private readonly List<FetchedItem> _items = [];
    private readonly List<StoredObject> _wanted = [];
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);

    /// <summary>The ids that articles get from the names of their files.</summary>
    private readonly HashSet<string> _ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of files beyond <see cref="SourceOptions.MaxFiles"/>.</summary>
    private long _surplus;
    private bool _isCut;

    public async Task<FetchReport> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Choose(await ListAsync(cancellationToken));
            RemoveFormer();
            _ids.UnionWith(_state.Entries.Values.Select(e => FindId(e.File)));
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

    /// <summary>The files that are here already, and as many others as may come in.</summary>
    private async Task<List<StoredObject>> ListAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(store.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var listed = new List<StoredObject>();
        long total = 0;
        int others = 0;
        try
        {
            await foreach (StoredObject stored in store.ListAsync(either.Token))
            {
                limit.CancelAfter(store.Patience);
                if (++total > (long)source.Options.MaxFiles * MaxSurplus)
                {
                    _isCut = true;
                    break;
                }

                if (_state.Entries.ContainsKey(stored.Key) || ++others <= source.Options.MaxFiles)
                {
                    listed.Add(stored);
                }
                else if (!IsHidden(stored.Key) && !IsFolder(stored))
                {
                    _surplus++;
                }
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
        StoredObject[] known = [.. listed.Where(s => _state.Entries.ContainsKey(s.Key) && !IsHidden(s.Key))];
        int room = source.Options.MaxFiles - (_isCut ? _state.Entries.Count : known.Length);
        long knownBytes = known.Sum(s => Math.Min(s.Length, corpus.MaxFileBytes));
        long newBytes = 0;
        long bytes = 0;
        foreach (StoredObject stored in listed.Where(s => !IsHidden(s.Key) && !IsFolder(s)))
        {
            FetchedFiles.Entry? former = _state.Entries.GetValueOrDefault(stored.Key);
            if (FindObstacle(stored, former is null ? knownBytes + newBytes : bytes) is { } obstacle)
            {
                _leftOut.Add(stored.Key);
                _items.Add(new FetchedItem(GetAddress(stored.Key), FetchOutcome.LeftOut, obstacle));
                continue;
            }

            if (former is null && --room < 0)
            {
                _surplus++;
                continue;
            }

            if (former is null)
            {
                newBytes += stored.Length;
            }
            else
            {
                bytes += stored.Length;
            }

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

        if (_isCut || _surplus > 0)
        {
            _items.Add(new FetchedItem(store.Address, FetchOutcome.LeftOut, TooMany()));
        }
    }

    /// <summary>Files with a dot before their name or that of a folder, and what the settings skip, as in a folder.</summary>
    private bool IsHidden(string key)
    {
        for (int end = key.IndexOf('/', StringComparison.Ordinal); ; end = key.IndexOf('/', end + 1))
        {
            string path = end < 0 ? key : key[..end];
            string name = path[(path.LastIndexOf('/') + 1)..];
            if ((name.StartsWith('.') && name is not ("." or "..")) || _skipped.Contains(path))
            {
                return true;
            }

            if (end < 0)
            {
                return false;
            }
        }
    }

    /// <summary>True for what stands for a folder and holds nothing.</summary>
    private static bool IsFolder(StoredObject stored) => stored.Key.EndsWith('/') && stored.Length == 0;

    private string? FindObstacle(StoredObject stored, long total) =>
        stored.Obstacle
        ?? (
            stored.Key.EndsWith('/')
                ? "Its name ends with '/', as that of a folder does, but it has a content: rename it to have it read."
            : ArticleFormats.FromPath(stored.Key) is null ? ArticleFormats.ReasonAgainst(stored.Key)
            : stored.Length > corpus.MaxFileBytes ? TooLarge()
            : stored.Length > source.Options.MaxTotalBytes - total
                ? $"The files before it have {total} bytes: raise {nameof(SourceOptions.MaxTotalBytes)} of the source to take more."
            : null
        );

    /// <summary>
    /// Before anything is fetched: what is gone must not be quoted while a long fetch goes on. After a listing that was not read
    /// to its end, only what was seen there goes.
    /// </summary>
    private void RemoveFormer()
    {
        string[] former =
        [
            .. _state.Entries.Keys.Where(key => !_kept.Contains(key) && (!_isCut || _leftOut.Contains(key))),
        ];
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
        catch (Exception e)
            when (e is not StoreException && limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested
            )
        {
            // A client that is cancelled while it reads an answer may take what it has for a malformed one.
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
    /// well have a readme each. Two files whose articles would have the same id get different names.
    /// </summary>
    private string CreateName(string key)
    {
        string name = $"{source.Name}/{StoredFileName.Create(key, isTaken: false)}";
        if (!_ids.Add(FindId(name)))
        {
            name = $"{source.Name}/{StoredFileName.Create(key, isTaken: true)}";
            _ids.Add(FindId(name));
        }

        return name;
    }

    private static string FindId(string name) => ArticleId.FromRelativePath(name).Value;

    /// <summary>The address is kept as it is: a path with <c>..</c> in it would become that of another file.</summary>
    private Uri GetAddress(string key) =>
        new(
            $"{store.Address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{StoredFileName.Escape(key)}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );

    private string TooMany()
    {
        string files =
            _isCut ? $"The listing has more than {(long)source.Options.MaxFiles * MaxSurplus} names and was not read on"
            : _surplus == 1 ? "1 file is left out"
            : $"{_surplus} files are left out";
        return $"{files}, because {nameof(SourceOptions.MaxFiles)} is {source.Options.MaxFiles}: raise it, or narrow the source with {nameof(SourceOptions.Prefix)}. What was fetched before stays.";
    }

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
