namespace SummitBot.Evaluation;

/// <summary>
/// How well the search ranks, over the questions that name gold documents: the retriever's order, windows of one document
/// counted once at the place of the best. An article is the part of a document's id before <c>#</c>.
/// </summary>
internal static class RetrievalMetrics
{
    private const string Group = "Search";

    public static IReadOnlyList<Metric> All { get; } =
    [
        Hit("hit1", "A gold document is ranked first (success at 1).", 1),
        Hit("hit5", "A gold document is among the first five.", 5),
        Hit("hit10", "A gold document is among the first ten.", 10),
        ArticleHit("articleHit1", "A gold article is ranked first.", 1),
        ArticleHit("articleHit5", "A gold article is among the first five articles.", 5),
        ArticleHit("articleHit10", "A gold article is among the articles of the first ten documents.", 10),
        new(
            "mrr",
            Group,
            "Mean reciprocal rank of the first gold document among the first ten (Voorhees 1999).",
            qs => qs.Mean(q => q.HasRanking ? Ranking.ReciprocalRank(q.RankedDocs!, q.DocIds) : null)
        ),
        new(
            "ndcg10",
            Group,
            "nDCG@10 with gain 1 for each gold document (Järvelin and Kekäläinen 2002), searched by the resolved question.",
            qs => qs.Mean(q => q.Ndcg)
        ),
        new(
            "passage1",
            Group,
            "The first sentence of the drafted answer cites a gold document, over questions with gold documents.",
            qs => qs.Share(CitesGoldFirst)
        ),
    ];

    private static bool? CitesGoldFirst(QuestionResult q) =>
        !q.HasRanking ? null : q.Citations.Count > 0 && q.DocIds.Contains(q.Citations[0].DocId, StringComparer.Ordinal);

    private static Metric Hit(string name, string meaning, int k) =>
        new(name, Group, meaning, qs => qs.Share(q => q.HasRanking ? Ranking.HitAt(k, q.RankedDocs!, q.DocIds) : null));

    private static Metric ArticleHit(string name, string meaning, int k) =>
        new(
            name,
            Group,
            meaning,
            qs =>
                qs.Share(q => q.HasRanking ? Ranking.HitAt(k, GetArticles(q.RankedDocs!), GetArticles(q.DocIds)) : null)
        );

    private static string[] GetArticles(IEnumerable<string> documents) =>
        [.. documents.Select(GetArticle).Distinct(StringComparer.Ordinal)];

    private static string GetArticle(string document)
    {
        int mark = document.LastIndexOf('#');
        return mark < 0 ? document : document[..mark];
    }
}
