using SummitBot.Core.Access;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Storage;
using Term = Lucene.Net.Index.Term;

namespace SummitBot.Indexing.Search;

internal sealed class LuceneTermStatistics(PassageSearchers searchers) : ITermStatistics
{
    public int PassageCount(string language, AccessScope scope) =>
        searchers.Use(scope, searcher => searcher.Languages.GetValueOrDefault(language));

    public int PassageFrequency(string stem, string language, AccessScope scope) =>
        searchers.Use(scope, searcher => searcher.GetFrequency(new Term(IndexLayout.TextField(language), stem)));

    public string? NearestStem(string stem, string language, AccessScope scope) =>
        searchers.Use(scope, searcher => searcher.FindNearest(new Term(IndexLayout.TextField(language), stem)));
}
