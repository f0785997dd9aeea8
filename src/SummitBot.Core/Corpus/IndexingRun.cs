using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Core.Corpus;

/// <summary>The state of one run of the <see cref="CorpusIndexer"/>: which file has which id, and what was written.</summary>
internal sealed class IndexingRun : IDisposable
{
    private readonly IPassageIndex _index;
    private readonly PassageSplitter _splitter;
    private readonly IndexingRequest _request;
    private readonly bool _rebuild;

    /// <summary>What the index holds; null to build it anew.</summary>
    private readonly IndexManifest? _former;
    private readonly Dictionary<string, IndexedSource> _formerByPath;
    private readonly Dictionary<ArticleId, string> _formerHashes;

    /// <summary>The files that gave an article before and are still there. Each keeps its id from newcomers.</summary>
    private readonly Dictionary<ArticleId, string> _holders;
    private readonly List<IndexedSource> _sources = [];
    private readonly List<ArticleReadFailure> _failures = [];
    private readonly List<ArticleNotice> _notices = [];
    private readonly Dictionary<ArticleId, string> _claimants = [];
    private readonly Lock _opening = new();
    private IPassageIndexWriter? _writer;
    private int _added;
    private int _replaced;
    private int _removed;
    private int _unchanged;
    private int _passages;

    /// <param name="manifest">What the index says of itself; null when there is none that can be read.</param>
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
        _former = _rebuild ? null : manifest;
        _formerByPath = _former?.Sources.ToDictionary(s => s.File.Path, StringComparer.Ordinal) ?? [];
        _formerHashes = Articles(_former).ToDictionary(s => s.Article!.Value, s => s.ContentHash ?? "");
        HashSet<string> listed = listing.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        _holders = Articles(manifest)
            .Where(s => listed.Contains(s.File.Path))
            .ToDictionary(s => s.Article!.Value, s => s.File.Path);
    }

    /// <summary>A file that failed before is always tried again: the cause may lie outside it.</summary>
    public bool IsUnchanged(ArticleFile file) =>
        _formerByPath.TryGetValue(file.Path, out IndexedSource? source)
        && source.Article is not null
        && source.File.Length == file.Length
        && source.File.LastWritten == file.LastWritten;

    /// <summary>True when the id belongs to another file, of which it is not known yet whether it goes on with it.</summary>
    public bool IsHeldByAnother(ArticleFile file, ArticleReadResult? result) =>
        result?.Article is { } article
        && !_claimants.ContainsKey(article.Id)
        && _holders.TryGetValue(article.Id, out string? holder)
        && holder != file.Path;

    /// <summary>Books the file under its article's id; called in path order, so that the same file wins on every run.</summary>
    /// <param name="result">What reading gave; null for an unchanged file.</param>
    /// <returns>The article when it must be written.</returns>
    public Article? Claim(ArticleFile file, ArticleReadResult? result)
    {
        if (result is { Succeeded: false })
        {
            Fail(file, result.Failure);
            return null;
        }

        IndexedSource? known = result is null ? _formerByPath[file.Path] : null;
        ArticleId id = known?.Article ?? result!.Article!.Id;
        if (!_claimants.TryAdd(id, file.Path))
        {
            Fail(
                file,
                new ArticleReadFailure(
                    file.Path,
                    ArticleReadError.DuplicateId,
                    $"The article id '{id}' is already taken by {_claimants[id]}: rename one of the files or give it an 'id' of its own in the front matter."
                )
            );
            return null;
        }

        _notices.AddRange(result?.Notices.Select(n => new ArticleNotice(file.Path, n)) ?? []);
        string hash = known?.ContentHash ?? CorpusIndexer.HashOf(result!.Article!);
        _sources.Add(new IndexedSource(file, id, hash, null));
        bool isKnown = _formerHashes.TryGetValue(id, out string? formerHash);
        if (isKnown && formerHash == hash)
        {
            _unchanged++;
            return null;
        }

        _ = isKnown ? _replaced++ : _added++;
        return result!.Article;
    }

    public void Write(Article? article, CancellationToken cancellationToken)
    {
        if (article is not null)
        {
            Writer().Put(article, PassagesOf(article, cancellationToken));
        }
    }

    /// <summary>Articles below a folder that cannot be listed just now are not gone: they stay.</summary>
    public void KeepUnlistable(IReadOnlyList<ArticleReadFailure> failures)
    {
        _failures.AddRange(failures);
        string[] unlistable =
        [
            .. failures
                .Where(f => f.Error != ArticleReadError.OutsideCorpus)
                .Select(f => f.Source + Path.DirectorySeparatorChar),
        ];
        foreach (IndexedSource source in _formerByPath.Values)
        {
            bool isBelow = unlistable.Any(folder => source.File.Path.StartsWith(folder, StringComparison.Ordinal));
            if (isBelow && source.Article is { } id && _claimants.TryAdd(id, source.File.Path))
            {
                _sources.Add(source);
                _unchanged++;
            }
        }
    }

    public void RemoveAllGone()
    {
        foreach (ArticleId id in _formerHashes.Keys.Where(id => !_claimants.ContainsKey(id)))
        {
            Writer().Remove(id);
            _removed++;
        }
    }

    /// <summary>Makes what was written so far visible; false when nothing was.</summary>
    public bool CommitSoFar()
    {
        if (_writer is null)
        {
            return false;
        }

        Commit();
        return true;
    }

    /// <summary>Commits unless the index already says exactly this.</summary>
    public bool CommitIfChanged()
    {
        bool isSame =
            !_rebuild
            && _writer is null
            && _former!.IsExplicit == _request.IsExplicit
            && _former.Corpus.SequenceEqual(CorpusPaths(), StringComparer.Ordinal)
            && _former.Sources.Count == _sources.Count
            && _sources.All(s => _formerByPath.TryGetValue(s.File.Path, out IndexedSource? old) && old == s);
        if (isSame)
        {
            return false;
        }

        Commit();
        return true;
    }

    public IndexingReport Report() =>
        new()
        {
            Added = _added,
            Replaced = _replaced,
            Removed = _removed,
            Unchanged = _unchanged,
            Failures = [.. _failures.OrderBy(f => f.Source, StringComparer.Ordinal)],
            Notices = [.. _notices.OrderBy(n => n.Source, StringComparer.Ordinal)],
            PassagesWritten = _passages,
            Committed = false,
        };

    public void Dispose() => _writer?.Dispose();

    private static IEnumerable<IndexedSource> Articles(IndexManifest? manifest) =>
        manifest?.Sources.Where(s => s.Article is not null) ?? [];

    private IEnumerable<Passage> PassagesOf(Article article, CancellationToken cancellationToken)
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

    private void Commit() => Writer().Commit(CorpusPaths(), _request.IsExplicit, _sources);

    private IPassageIndexWriter Writer()
    {
        lock (_opening)
        {
            return _writer ??= _index.OpenWriter(_rebuild);
        }
    }
}
