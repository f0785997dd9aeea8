using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Search;

internal sealed class LuceneTermStatistics(PassageSearchers searchers) : ITermStatistics
{
    public int PassageCount(string language) =>
        searchers.Use(searcher => searcher.Languages.GetValueOrDefault(language));

    public int PassageFrequency(string stem, string language) =>
        searchers.Use(searcher =>
            searcher.GetFrequency(new Lucene.Net.Index.Term(IndexLayout.TextField(language), stem))
        );

    public string? NearestStem(string stem, string language) =>
        searchers.Use(searcher =>
            searcher.FindNearest(new Lucene.Net.Index.Term(IndexLayout.TextField(language), stem))
        );
}
