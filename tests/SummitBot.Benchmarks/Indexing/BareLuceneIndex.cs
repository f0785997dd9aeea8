using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace SummitBot.Benchmarks.Indexing;

/// <summary>
/// What a passage index costs at the least: Lucene.NET with the chain of analysis, the buffer and the threads of ours,
/// one indexed field and the passage's text stored; no articles, no replacing, no manifest.
/// </summary>
internal static class BareLuceneIndex
{
    private const LuceneVersion V = LuceneVersion.LUCENE_48;
    private const double BufferMegabytes = 128;

    /// <param name="blocks">The passages by article: documents are handed over fastest in blocks.</param>
    public static void Write(string folder, IReadOnlyList<IReadOnlyList<BarePassage>> blocks)
    {
        using FSDirectory directory = FSDirectory.Open(folder);
        using var analyzer = Analyzer.NewAnonymous(
            (_, reader) =>
            {
                var words = new StandardTokenizer(V, reader);
                TokenStream terms = new LowerCaseFilter(V, new EnglishPossessiveFilter(V, words));
                return new TokenStreamComponents(words, new PorterStemFilter(new ASCIIFoldingFilter(terms)));
            }
        );
        var config = new IndexWriterConfig(V, analyzer)
        {
            OpenMode = OpenMode.CREATE,
            RAMBufferSizeMB = BufferMegabytes,
        };
        using var writer = new IndexWriter(directory, config);
        Parallel.ForEach(blocks, block => writer.AddDocuments(block.Select(CreateDocument)));
        writer.WaitForMerges();
        writer.Commit();
    }

    private static Document CreateDocument(BarePassage passage) =>
        [
            new StringField("id", passage.Id, Field.Store.YES),
            new StoredField("text", passage.Text),
            new TextField("words", passage.Words, Field.Store.NO),
        ];
}
