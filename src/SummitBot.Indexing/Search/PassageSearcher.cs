using System.Collections.Concurrent;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SummitBot.Core.Articles;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Search;

/// <summary>One commit of the index, with cached data.</summary>
internal sealed class PassageSearcher : IndexSearcher
{
    private static readonly HashSet<string> RecordOnly = new(StringComparer.Ordinal) { IndexLayout.RecordField };

    private const int MaxRemembered = 50_000;

    private readonly ConcurrentDictionary<int, ArticleSummary> _summaries = new();
    private readonly ConcurrentDictionary<Term, int> _frequencies = new();
    private readonly ConcurrentDictionary<Term, string?> _nearest = new();
    private readonly Lazy<IReadOnlyDictionary<string, int>> _languages;
    private readonly Lazy<IReadOnlyList<ArticleSummary>> _articles;

    public PassageSearcher(DirectoryReader reader)
        : base(reader)
    {
        Similarity = IndexLayout.Similarity;
        UserData = reader.IndexCommit.UserData;

        // Failures are not cached: what cannot be read now may be readable for the next question.
        _languages = new Lazy<IReadOnlyDictionary<string, int>>(CountLanguages, LazyThreadSafetyMode.PublicationOnly);
        _articles = new Lazy<IReadOnlyList<ArticleSummary>>(ReadArticles, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The commit's metadata.</summary>
    public IDictionary<string, string> UserData { get; }

    /// <summary>Passages by language; replaced ones count until the engine has merged them away.</summary>
    public IReadOnlyDictionary<string, int> Languages => _languages.Value;

    /// <summary>All articles by id.</summary>
    public IReadOnlyList<ArticleSummary> Articles => _articles.Value;

    public int GetFrequency(Term term) => Remember(_frequencies, term, IndexReader.DocFreq);

    /// <summary>See <see cref="SimilarTerm.Find"/>.</summary>
    public string? FindNearest(Term term) => Remember(_nearest, term, t => SimilarTerm.Find(this, t));

    /// <summary>Looks each term up once; clears the cache when it has too many different terms.</summary>
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
                if (live?.Get(documents.DocID) != false)
                {
                    yield return leaf.DocBase + documents.DocID;
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
    public ArticleSummary GetSummary(int document) => _summaries.GetOrAdd(document, ReadSummary);

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
            if (IndexLayout.GetLanguage(field) is { } language && IndexReader.GetDocCount(field) is > 0 and var count)
            {
                languages.Add(language, count);
            }
        }

        return languages;
    }

    private List<ArticleSummary> ReadArticles() =>
        [.. DocumentsWith(IndexLayout.ArticleKind).Select(GetSummary).OrderBy(a => a.Id)];
}
