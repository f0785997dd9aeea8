using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SummitBot.Core.Access;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Search;

/// <summary>The documents of a commit that a scope allows, removed ones among them.</summary>
internal sealed class VisibleDocuments : Filter
{
    private readonly IList<AtomicReaderContext> _leaves;
    private readonly FixedBitSet[] _bits;

    public VisibleDocuments(IndexReader reader, AccessScope scope)
    {
        _leaves = reader.Leaves;
        Term[] terms = [IndexLayout.PublicTerm, .. IndexLayout.GetAccessTerms(GroupNames.From(scope.Groups))];
        _bits = [.. _leaves.Select(leaf => CreateBits(leaf.AtomicReader, terms))];
    }

    public bool Contains(int leaf, int document) => _bits[leaf].Get(document);

    /// <summary>Documents that are visible and not removed.</summary>
    public int Count() =>
        _leaves.Sum(leaf => Enumerable.Range(0, leaf.AtomicReader.MaxDoc).Count(document => IsLive(leaf, document)));

    /// <summary>
    /// Passages of a field that are visible and not removed, and how many words they have together, as exactly as the
    /// engine's norms tell.
    /// </summary>
    public (int Passages, long Words) MeasureField(string field)
    {
        int passages = 0;
        double words = 0;
        foreach (AtomicReaderContext leaf in _leaves)
        {
            NumericDocValues? norms = leaf.AtomicReader.GetNormValues(field);
            for (int document = 0; norms is not null && document < leaf.AtomicReader.MaxDoc; document++)
            {
                byte norm = (byte)norms.Get(document);
                if (norm != 0 && IsLive(leaf, document))
                {
                    float inverseRoot = SmallSingle.Byte315ToSingle(norm);
                    words += 1 / (inverseRoot * inverseRoot);
                    passages++;
                }
            }
        }

        return (passages, (long)words);
    }

    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs) =>
        BitsFilteredDocIdSet.Wrap(_bits[context.Ord], acceptDocs);

    private bool IsLive(AtomicReaderContext leaf, int document) =>
        _bits[leaf.Ord].Get(document) && leaf.AtomicReader.LiveDocs?.Get(document) != false;

    private static FixedBitSet CreateBits(AtomicReader reader, Term[] terms)
    {
        var bits = new FixedBitSet(reader.MaxDoc);
        foreach (Term term in terms)
        {
            DocsEnum? documents = reader.GetTermDocsEnum(term);
            while (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                bits.Set(documents.DocID);
            }
        }

        return bits;
    }
}
