using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Core.Corpus;

/// <summary>
/// The state of one run of the <see cref="CorpusIndexer"/>: the owner of each id, and what was written.
/// </summary>
internal sealed class IndexingRun : IDisposable
{
    private readonly IPassageIndex _index;
    private readonly PassageSplitter _splitter;
    private readonly IndexingRequest _request;
    private readonly bool _rebuild;

    /// <summary>The state of the index before the run; null for a rebuild.</summary>
    private readonly IndexManifest? _previous;
    private readonly ILookup<string, IndexedSource> _previousByPath;
    private readonly Dictionary<ArticleId, string> _previousHashes;

    /// <summary>The articles that the index had before the run, with their files; also set for a rebuild.</summary>
    private readonly Dictionary<ArticleId, string> _indexed;

    /// <summary>The files that gave an article before and still exist. New files cannot take their ids.</summary>
    private readonly Dictionary<ArticleId, string> _holders;
    private readonly HashSet<string> _listed;
    private readonly string[] _unlistable;

    /// <summary>The files that are booked.</summary>
    private readonly HashSet<string> _booked = new(StringComparer.Ordinal);
    private readonly List<IndexedSource> _sources = [];
    private readonly List<ArticleReadFailure> _failures = [];
    private readonly List<ArticleNotice> _notices = [];
    private readonly List<ArticleChange> _changes = [];
    private readonly Dictionary<ArticleId, string> _claimants = [];
    private readonly Lock _opening = new();
    private IPassageIndexWriter? _writer;
    private int _added;
    private int _replaced;
    private int _removed;
    private int _unchanged;
    private int _passages;

    /// <param name="manifest">The manifest of the index; null when there is none that can be read.</param>
    public IndexingRun(
        IPassageIndex index,
        PassageSplitter splitter,
        IndexingRequest request,
        IndexManifest? manifest,
        ArticleFileListing listing
    )
    {
        _index = index;
        _splitter = splitter;
        _request = request;
        _rebuild = request.Rebuild || manifest is null;
        _previous = _rebuild ? null : manifest;
        _previousByPath = (_previous?.Sources ?? []).ToLookup(s => s.File.Path, StringComparer.Ordinal);
        _previousHashes = Articles(_previous).ToDictionary(s => s.Article!.Value, s => s.ContentHash ?? "");
        _indexed = Articles(manifest).ToDictionary(s => s.Article!.Value, s => s.File.Path);
        _listed = listing.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        _failures.AddRange(listing.Failures);
        _unlistable =
        [
            .. listing
                .Failures.Where(f => f.Error is not (ArticleReadError.OutsideCorpus or ArticleReadError.UnknownFormat))
                .Select(f => f.Source + Path.DirectorySeparatorChar),
        ];
        _holders = Articles(manifest)
            .Where(s => _listed.Contains(s.File.Path))
            .ToDictionary(s => s.Article!.Value, s => s.File.Path);
    }

    /// <summary>A file that gave no article before is always read again: the cause may lie outside the file.</summary>
    public bool IsUnchanged(ArticleFile file)
    {
        IndexedSource[] sources = [.. _previousByPath[file.Path]];
        return sources.Any(s => s.Article is not null)
            && sources.All(s => s.Article is not null || IsPermanent(s.Failure!.Error))
            && sources[0].File.Length == file.Length
            && sources[0].File.LastWritten == file.LastWritten
            && sources[0].File.Defaults == file.Defaults;
    }

    /// <summary>True when one of the ids belongs to another file that has not been read yet in this run.</summary>
    public bool IsHeldByAnother(ArticleFile file, IReadOnlyList<ArticleReadResult>? results) =>
        results?.Any(r =>
            r.Article is { } article
            && !_claimants.ContainsKey(article.Id)
            && _holders.TryGetValue(article.Id, out string? holder)
            && holder != file.Path
        ) == true;

    /// <summary>
    /// Registers the file's articles under their ids; called in an order that does not depend on timing, as far as no file is
    /// slow, so that the same file wins on every run.
    /// </summary>
    /// <param name="results">The results of reading; null for an unchanged file.</param>
    /// <returns>The articles that must be written.</returns>
    public IReadOnlyList<Article> Claim(ArticleFile file, IReadOnlyList<ArticleReadResult>? results)
    {
        _booked.Add(file.Path);
        if (results is not null)
        {
            return [.. results.Select(r => Claim(file, r)).OfType<Article>()];
        }

        foreach (IndexedSource known in _previousByPath[file.Path])
        {
            if (known.Article is not { } id)
            {
                Fail(file, known.Failure!);
            }
            else if (TryClaim(file, id, file.Path))
            {
                _sources.Add(known);
                _unchanged++;
            }
        }

        return [];
    }

    private Article? Claim(ArticleFile file, ArticleReadResult result)
    {
        _notices.AddRange(result.Notices.Select(n => new ArticleNotice(result.Source, n)));
        if (!result.Succeeded)
        {
            Fail(file, result.Failure);
            return null;
        }

        Article article = result.Article;
        if (!TryClaim(file, article.Id, article.Source))
        {
            return null;
        }

        string hash = CorpusIndexer.ComputeHash(article);
        _sources.Add(new IndexedSource(file, article.Id, hash, null));
        bool isKnown = _previousHashes.TryGetValue(article.Id, out string? previousHash);
        if (isKnown && previousHash == hash)
        {
            _unchanged++;
            return null;
        }

        _ = isKnown ? _replaced++ : _added++;
        ArticleChangeKind kind = isKnown ? ArticleChangeKind.Replaced : ArticleChangeKind.Added;
        _changes.Add(new ArticleChange(article.Id, kind, article.Source));
        return article;
    }

    /// <summary>False, with the failure recorded, when another article has the id.</summary>
    private bool TryClaim(ArticleFile file, ArticleId id, string source)
    {
        if (!_claimants.TryAdd(id, source))
        {
            Fail(
                file,
                new ArticleReadFailure(
                    source,
                    ArticleReadError.DuplicateId,
                    $"The article id '{id}' is already taken by {_claimants[id]}: rename one of the files or give it an 'id' of its own in the front matter."
                )
            );
            return false;
        }

        return true;
    }

    /// <summary>
    /// True when reading the same bytes again would fail again, whatever the settings and other files are.
    /// </summary>
    private static bool IsPermanent(ArticleReadError error) =>
        error
            is ArticleReadError.Binary
                or ArticleReadError.Empty
                or ArticleReadError.Malformed
                or ArticleReadError.UnknownFormat
                or ArticleReadError.Draft;

    public void Write(Article article, CancellationToken cancellationToken)
    {
        if (!_request.IsDryRun)
        {
            Writer().Put(article, SplitArticle(article, cancellationToken));
        }
    }

    /// <summary>Articles below a folder that cannot be listed just now are not gone: they stay.</summary>
    public void KeepUnlistable()
    {
        foreach (IndexedSource source in _previous?.Sources ?? [])
        {
            if (source.Article is { } id && IsUnlistable(source) && _claimants.TryAdd(id, source.File.Path))
            {
                _sources.Add(source);
                _unchanged++;
            }
        }
    }

    /// <exception cref="RemovalNotConfirmedException">More than half of the articles would be removed, and the request
    /// does not allow it.</exception>
    public void RemoveAllGone()
    {
        ArticleId[] gone = [.. _indexed.Keys.Where(id => !_claimants.ContainsKey(id))];
        if (!_request.MayRemoveMost && gone.Length * 2 > _indexed.Count)
        {
            throw new RemovalNotConfirmedException(gone.Length, _indexed.Count);
        }

        foreach (ArticleId id in gone)
        {
            _changes.Add(new ArticleChange(id, ArticleChangeKind.Removed, _indexed[id]));
            _removed++;
            if (!_request.IsDryRun && !_rebuild)
            {
                Writer().Remove(id);
            }
        }
    }

    /// <summary>False when all changes are to be seen at once.</summary>
    public bool CanCommitSoFar => !_request.IsDryRun && (_indexed.Count == 0 || (!_rebuild && _request.MayRemoveMost));

    /// <summary>Commits the changes so far; false when there were none.</summary>
    public bool CommitSoFar()
    {
        if (!CanCommitSoFar)
        {
            return false;
        }

        IndexedSource[] waiting =
        [
            .. (_previous?.Sources ?? [])
                .Where(s => !_booked.Contains(s.File.Path) && (_listed.Contains(s.File.Path) || IsUnlistable(s)))
                .Where(s => s.Article is not { } id || !_claimants.ContainsKey(id)),
        ];
        HashSet<ArticleId> staying = [.. _claimants.Keys, .. waiting.Select(s => s.Article).OfType<ArticleId>()];
        foreach (ArticleId id in _indexed.Keys.Where(id => !staying.Contains(id)))
        {
            Writer().Remove(id);
        }

        if (_writer is null)
        {
            return false;
        }

        Commit([.. _sources, .. waiting]);
        return true;
    }

    /// <summary>Commits unless the index is already up to date.</summary>
    public bool CommitIfChanged()
    {
        bool isSame =
            !_rebuild
            && _writer is null
            && _previous!.IsExplicit == _request.IsExplicit
            && _previous.Corpus.SequenceEqual(CorpusPaths(), StringComparer.Ordinal)
            && _previous.Sources.Count == _sources.Count
            && _previous.Sources.ToHashSet().SetEquals(_sources);
        if (isSame)
        {
            return false;
        }

        Commit(_sources);
        return true;
    }

    public IndexingReport Report() =>
        new()
        {
            Added = _added,
            Replaced = _replaced,
            Removed = _removed,
            Unchanged = _unchanged,
            Failures = [.. InOrder(f => !f.IsLeftOut)],
            LeftOut = [.. InOrder(f => f.IsLeftOut)],
            Notices = [.. _notices.OrderBy(n => n.Source, StringComparer.Ordinal)],
            Changes = [.. _changes.OrderBy(c => c.Source, StringComparer.Ordinal)],
            PassagesWritten = _passages,
            Committed = false,
        };

    private IEnumerable<ArticleReadFailure> InOrder(Func<ArticleReadFailure, bool> isWanted) =>
        _failures.Where(isWanted).OrderBy(f => f.Source, StringComparer.Ordinal);

    public void Dispose() => _writer?.Dispose();

    private static IEnumerable<IndexedSource> Articles(IndexManifest? manifest) =>
        manifest?.Sources.Where(s => s.Article is not null) ?? [];

    private IEnumerable<Passage> SplitArticle(Article article, CancellationToken cancellationToken)
    {
        foreach (Passage passage in _splitter.Enumerate(article))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Interlocked.Increment(ref _passages);
            yield return passage;
        }
    }

    private void Fail(ArticleFile file, ArticleReadFailure failure)
    {
        _failures.Add(failure);
        _sources.Add(new IndexedSource(file, null, null, failure));
    }

    private string[] CorpusPaths() => [.. _request.Paths.Select(Path.GetFullPath)];

    private bool IsUnlistable(IndexedSource source) =>
        Array.Exists(_unlistable, folder => source.File.Path.StartsWith(folder, StringComparison.Ordinal));

    private void Commit(IReadOnlyList<IndexedSource> sources) =>
        Writer().Commit(CorpusPaths(), _request.IsExplicit, sources);

    private IPassageIndexWriter Writer()
    {
        lock (_opening)
        {
            return _writer ??= _index.OpenWriter(_rebuild);
        }
    }
}
