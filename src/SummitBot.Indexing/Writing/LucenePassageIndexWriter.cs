using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Passages;
using SummitBot.Indexing.Analysis;
using SummitBot.Indexing.Search;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Writing;

internal sealed class LucenePassageIndexWriter : IPassageIndexWriter
{
    /// <summary>Megabytes: large enough to write most corpora at once, small enough for a small machine.</summary>
    private const double BufferMegabytes = 128;

    /// <summary>Bytes; rewriting this much takes less than a second.</summary>
    private const long SmallIndex = 16 << 20;

    private static readonly FieldType PassageText = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    };

    private readonly IndexFolder _folder;
    private readonly PassageSearchers _searchers;
    private readonly TimeProvider _time;
    private readonly RecordingMergeScheduler _merges = new();
    private readonly IndexWriter _writer;
    private readonly string _lineage;
    private bool _isDisposed;

    public LucenePassageIndexWriter(IndexFolder folder, PassageSearchers searchers, TimeProvider time, bool rebuild)
    {
        _folder = folder;
        _searchers = searchers;
        _time = time;
        var config = new IndexWriterConfig(IndexLayout.Compatibility, new FieldAnalyzer())
        {
            OpenMode = rebuild ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            Similarity = IndexLayout.Similarity,
            RAMBufferSizeMB = BufferMegabytes,
            MergeScheduler = _merges,
            CheckIntegrityAtMerge = true,
            WriteLockTimeout = 0,
        };
        _writer = new IndexWriter(folder.Directory, config);
        _lineage = IndexLayout.GetLineage(_writer.CommitData) ?? Guid.NewGuid().ToString("N");
    }

    public void Put(Article article, IEnumerable<Passage> passages) =>
        Guard(() => _writer.UpdateDocuments(IndexLayout.IdTerm(article.Id), CreateDocuments(article, passages)));

    public void Remove(ArticleId id) => Guard(() => _writer.DeleteDocuments(IndexLayout.IdTerm(id)));

    public void Commit(IReadOnlyList<string> corpus, bool isExplicit, IReadOnlyList<IndexedSource> sources) =>
        Guard(() =>
        {
            BytesRef manifest = ManifestRecord.Write(corpus, isExplicit, sources, _time.GetUtcNow());
            _writer.UpdateDocument(IndexLayout.ManifestKind, CreateDocument(IndexLayout.ManifestKind, manifest));
            _writer.Flush(triggerMerge: true, applyAllDeletes: true);
            Merge();
            _writer.SetCommitData(IndexLayout.GetUserData(_lineage));
            _writer.Commit();
            _searchers.Invalidate();
        });

    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _writer.Rollback();
    }

    /// <summary>
    /// Merges a small index into one segment: it opens faster, and statistics no longer count deleted passages. For a
    /// large index the engine decides.
    /// </summary>
    private void Merge()
    {
        if (_folder.Size <= SmallIndex)
        {
            _writer.ForceMerge(1);
        }

        _writer.WaitForMerges();
        if (_merges.Failure is { } failure)
        {
            throw new IOException("A merge failed.", failure);
        }
    }

    private static IEnumerable<Document> CreateDocuments(Article article, IEnumerable<Passage> passages)
    {
        Document head = CreateDocument(IndexLayout.ArticleKind, ArticleRecord.WriteText(article));
        head.Add(new BinaryDocValuesField(IndexLayout.SummaryField, ArticleRecord.WriteSummary(article)));
        yield return WithArticle(head, article);

        string textField = IndexLayout.TextField(article.Language);
        foreach (Passage passage in passages)
        {
            Document document =
            [
                new Int32Field(
                    IndexLayout.PublishedField,
                    article.Published?.DayNumber ?? IndexLayout.Undated,
                    Field.Store.NO
                ),
                new StoredField(IndexLayout.RecordField, PassageRecord.Write(passage)),
                new Field(
                    textField,
                    $"{ArticleContext.Format(article.Summary, passage.Heading)}\n{passage.Text}",
                    PassageText
                ),
            ];
            yield return WithArticle(document, article);
        }
    }

    /// <summary>Adds what all documents of an article have.</summary>
    private static Document WithArticle(Document document, Article article)
    {
        document.Add(new StringField(IndexLayout.IdField, article.Id.Value, Field.Store.NO));
        foreach (Term access in IndexLayout.GetAccessTerms(article.Groups))
        {
            document.Add(new StringField(access.Field, access.Text, Field.Store.NO));
        }

        return document;
    }

    private static Document CreateDocument(Term kind, BytesRef record) =>
        [new StringField(kind.Field, kind.Text, Field.Store.NO), new StoredField(IndexLayout.RecordField, record)];

    private void Guard(Action write) =>
        _folder.Writing<object?>(() =>
        {
            write();
            return null;
        });
}
