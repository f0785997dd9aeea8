using System.Collections.Concurrent;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Search;

/// <summary>One commit of the index, with cached data.</summary>
internal sealed class PassageSearcher : IndexSearcher
{
    private static readonly HashSet<string> RecordOnly = new(StringComparer.Ordinal) { IndexLayout.RecordField };

    private const int MaxRemembered = 50_000;
    private const int MaxScopes = 200;

    private readonly PassageSearcher? _whole;
    private readonly VisibleDocuments? _visible;
    private readonly ConcurrentDictionary<int, ArticleSummary> _summaries = new();
    private readonly ConcurrentDictionary<Term, int> _frequencies = new();
    private readonly ConcurrentDictionary<Term, string?> _nearest = new();
    private readonly ConcurrentDictionary<string, (int Passages, long Words)> _fields = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<AccessScope, PassageSearcher> _scopes = new();
    private readonly Lazy<IReadOnlySet<string>> _groups;
    private readonly Lazy<IReadOnlyDictionary<string, int>> _languages;
    private readonly Lazy<IReadOnlyList<ArticleSummary>> _articles;
    private readonly Lazy<IReadOnlySet<ArticleId>> _ids;
    private readonly Lazy<int> _visibleCount;

    public PassageSearcher(DirectoryReader reader)
        : this(reader, whole: null, visible: null) { }

    private PassageSearcher(DirectoryReader reader, PassageSearcher? whole, VisibleDocuments? visible)
        : base(reader)
    {
        Similarity = IndexLayout.Similarity;
        UserData = reader.IndexCommit.UserData;
        _whole = whole;
        _visible = visible;

        // They keep no failure: what cannot be read now may be readable at the next question.
        _groups = Once<IReadOnlySet<string>>(ReadGroups);
        _languages = Once<IReadOnlyDictionary<string, int>>(CountLanguages);
        _articles = Once<IReadOnlyList<ArticleSummary>>(ReadArticles);
        _ids = Once<IReadOnlySet<ArticleId>>(() => Articles.Select(a => a.Id).ToHashSet());
        _visibleCount = Once(() => _visible?.Count() ?? IndexReader.NumDocs);
    }

    /// <summary>The commit's metadata.</summary>
    public IDictionary<string, string> UserData { get; }

    /// <summary>Passages by language; replaced ones count until the engine has merged them away.</summary>
    public IReadOnlyDictionary<string, int> Languages => _languages.Value;

    /// <summary>All articles by id.</summary>
    public IReadOnlyList<ArticleSummary> Articles => _articles.Value;

    public int PassageCount =>
        _visibleCount.Value - Articles.Count - (_whole is null ? DocumentsWith(IndexLayout.ManifestKind).Count() : 0);

    /// <summary>The ids that may be found; null when all may.</summary>
    public IReadOnlySet<ArticleId>? VisibleIds => _visible is null ? null : _ids.Value;

    /// <summary>The commit as the scope shows it; the whole one when there is nothing to hide.</summary>
    public PassageSearcher Within(AccessScope scope)
    {
        if (scope.IsEverything || _groups.Value.Count == 0)
        {
            return this;
        }

        // Of many askers with groups of all kinds, those that see the same share what is remembered.
        var effective = AccessScope.ForGroups(scope.Groups.Where(_groups.Value.Contains));
        if (_scopes.TryGetValue(effective, out PassageSearcher? known))
        {
            return known;
        }

        if (_scopes.Count >= MaxScopes)
        {
            _scopes.Clear();
        }

        var reader = (DirectoryReader)IndexReader;
        return _scopes.GetOrAdd(effective, e => new PassageSearcher(reader, this, new VisibleDocuments(reader, e)));
    }

    /// <summary>The best hits.</summary>
    public TopDocs FindBest(Query query, Filter? filter, int count) =>
        _visible is null
            ? Search(query, filter, count)
            : Search(filter is null ? query : new FilteredQuery(query, filter), _visible, count);

    public int GetFrequency(Term term) =>
        Remember(_frequencies, term, t => _visible is null ? IndexReader.DocFreq(t) : DocumentsWith(t).Count());

    /// <summary>See <see cref="SimilarTerm.Find"/>.</summary>
    public string? FindNearest(Term term) => Remember(_nearest, term, t => SimilarTerm.Find(this, t));

    public override TermStatistics TermStatistics(Term term, TermContext context) =>
        _visible is null
            ? base.TermStatistics(term, context)
            : new TermStatistics(term.Bytes, GetFrequency(term), totalTermFreq: -1);

    public override CollectionStatistics CollectionStatistics(string field) =>
        _visible is null
            ? base.CollectionStatistics(field)
            : new CollectionStatistics(
                field,
                _visibleCount.Value,
                docCount: -1,
                sumTotalTermFreq: MeasureField(field).Words,
                sumDocFreq: -1
            );

    /// <summary>Looks each term up once; forgets all when strangers ask for too many different ones.</summary>
    private static T Remember<T>(ConcurrentDictionary<Term, T> known, Term term, Func<Term, T> find)
    {
        if (known.TryGetValue(term, out T? value))
        {
            return value;
        }

        if (known.Count >= MaxRemembered)
        {
            known.Clear();
        }

        return known.GetOrAdd(term, find);
    }

    /// <summary>The documents with a term, in index order, without deleted ones.</summary>
    public IEnumerable<int> DocumentsWith(Term term)
    {
        foreach (AtomicReaderContext leaf in IndexReader.Leaves)
        {
            DocsEnum? documents = leaf.AtomicReader.GetTermDocsEnum(term);
            IBits? live = leaf.AtomicReader.LiveDocs;
            while (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                int document = documents.DocID;
                if (live?.Get(document) != false && _visible?.Contains(leaf.Ord, document) != false)
                {
                    yield return leaf.DocBase + document;
                }
            }
        }
    }

    /// <exception cref="InvalidDataException">The document has no record: the index is damaged.</exception>
    public BytesRef GetRecord(int document)
    {
        Document stored = IndexReader.Document(document, RecordOnly);
        return stored.GetBinaryValue(IndexLayout.RecordField)
            ?? throw new InvalidDataException("A document of the index has no record.");
    }

    /// <param name="document">The article's own document.</param>
    public ArticleSummary GetSummary(int document) =>
        _whole?.GetSummary(document) ?? _summaries.GetOrAdd(document, ReadSummary);

    private ArticleSummary ReadSummary(int document)
    {
        AtomicReaderContext leaf = IndexReader.Leaves[ReaderUtil.SubIndex(document, IndexReader.Leaves)];
        BinaryDocValues values =
            leaf.AtomicReader.GetBinaryDocValues(IndexLayout.SummaryField)
            ?? throw new InvalidDataException("A segment of the index has no summaries.");
        var bytes = new BytesRef();
        values.Get(document - leaf.DocBase, bytes);
        return ArticleRecord.ReadSummary(bytes);
    }

    private Dictionary<string, int> CountLanguages()
    {
        var languages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string field in MultiFields.GetIndexedFields(IndexReader))
        {
            if (IndexLayout.GetLanguage(field) is { } language && CountPassages(field) is > 0 and var count)
            {
                languages.Add(language, count);
            }
        }

        return languages;
    }

    private List<ArticleSummary> ReadArticles() =>
        [.. DocumentsWith(IndexLayout.ArticleKind).Select(GetSummary).OrderBy(a => a.Id)];

    private int CountPassages(string field) =>
        _visible is null ? IndexReader.GetDocCount(field) : MeasureField(field).Passages;

    private (int Passages, long Words) MeasureField(string field) =>
        _fields.GetOrAdd(field, name => _visible!.MeasureField(name));

    /// <summary>The groups that some article is restricted to.</summary>
    private HashSet<string> ReadGroups()
    {
        var groups = new HashSet<string>(StringComparer.Ordinal);
        Terms? terms = MultiFields.GetTerms(IndexReader, IndexLayout.AccessField);
        TermsEnum? all = terms?.GetEnumerator();
        while (all?.MoveNext() == true)
        {
            string term = all.Term.Utf8ToString();
            if (
                IndexLayout.ParseGroup(term) is { } group
                && DocumentsWith(new Term(IndexLayout.AccessField, term)).Any()
            )
            {
                groups.Add(group);
            }
        }

        return groups;
    }

    private static Lazy<T> Once<T>(Func<T> read) => new(read, LazyThreadSafetyMode.PublicationOnly);
}
