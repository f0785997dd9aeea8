using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Core.Corpus;

/// <summary>The state of one run of the <see cref="CorpusIndexer"/>: who claimed which id, and what was written.</summary>
/// <param name="former">What the index holds; null to build it anew.</param>
internal sealed class IndexingRun(IPassageIndex index, PassageSplitter splitter, IndexManifest? former) : IDisposable
{
    private readonly Dictionary<string, IndexedSource> _formerByPath =
        former?.Sources.ToDictionary(s => s.File.Path, StringComparer.Ordinal) ?? [];

    private readonly Dictionary<ArticleId, string> _formerHashes =
        former?.Sources.Where(s => s.Article is not null).ToDictionary(s => s.Article!.Value, s => s.ContentHash ?? "")
        ?? [];

    private readonly List<IndexedSource> _sources = [];
    private readonly List<ArticleReadFailure> _failures = [];
    private readonly HashSet<ArticleId> _claimed = [];
    private readonly Dictionary<ArticleId, string> _claimants = [];
    private readonly Lock _opening = new();
    private IPassageIndexWriter? _writer;
    private int _added;
    private int _replaced;
    private int _removed;
    private int _unchanged;
    private int _passages;

    /// <summary>A file that failed before is always tried again: the cause may lie outside it.</summary>
    public bool IsUnchanged(ArticleFile file) =>
        _formerByPath.TryGetValue(file.Path, out IndexedSource? source)
        && source.Article is not null
        && source.File.Length == file.Length
        && source.File.LastWritten == file.LastWritten;

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
        if (!_claimed.Add(id))
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

        _claimants[id] = file.Path;
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

    public void Write(Article? article)
    {
        if (article is null)
        {
            return;
        }

        IReadOnlyList<Passage> passages = splitter.Split(article);
        Writer().Put(article, passages);
        Interlocked.Add(ref _passages, passages.Count);
    }

    /// <summary>Articles below a folder that cannot be listed just now are not gone: they stay.</summary>
    public void KeepUnlistable(IReadOnlyList<ArticleReadFailure> failures)
    {
        _failures.AddRange(failures);
        foreach (IndexedSource source in _formerByPath.Values)
        {
            bool isBelow = failures.Any(f =>
                source.File.Path.StartsWith(f.Source + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            );
            if (isBelow && source.Article is { } id && _claimed.Add(id))
            {
                _sources.Add(source);
                _unchanged++;
            }
        }
    }

    public void RemoveAllGone()
    {
        foreach (ArticleId id in _formerHashes.Keys.Where(id => !_claimed.Contains(id)))
        {
            Writer().Remove(id);
            _removed++;
        }
    }

    /// <summary>Commits unless the index already says exactly this.</summary>
    public bool CommitIfChanged(IndexingRequest request, bool rebuild)
    {
        string[] corpus = [.. request.Paths.Select(Path.GetFullPath)];
        bool isSame =
            !rebuild
            && _writer is null
            && former!.IsExplicit == request.IsExplicit
            && former.Corpus.SequenceEqual(corpus, StringComparer.Ordinal)
            && former.Sources.Count == _sources.Count
            && _sources.All(s => _formerByPath.TryGetValue(s.File.Path, out IndexedSource? old) && old == s);
        if (isSame)
        {
            return false;
        }

        Writer().Commit(corpus, request.IsExplicit, _sources);
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
            PassagesWritten = _passages,
            Committed = false,
        };

    public void Dispose() => _writer?.Dispose();

    private void Fail(ArticleFile file, ArticleReadFailure failure)
    {
        _failures.Add(failure);
        _sources.Add(new IndexedSource(file, null, null, failure));
    }

    private IPassageIndexWriter Writer()
    {
        lock (_opening)
        {
            return _writer ??= index.OpenWriter(rebuild: former is null);
        }
    }
}
