using SummitBot.Answering.Sentences;

namespace SummitBot.Answering.News;

/// <summary>
/// Sentences from news agencies appear in many articles: each is kept once, from the earliest article.
/// </summary>
internal static class SentenceDeduplicator
{
    /// <summary>Each sentence once, at the rank of its best copy.</summary>
    public static IReadOnlyList<ScoredSentence> RemoveDuplicates(IReadOnlyList<ScoredSentence> ranked) =>
        [
            .. ranked
                .GroupBy(s => GetWords(s.Sentence), StringComparer.Ordinal)
                .Select(copies =>
                    copies.MinBy(s => s.Sentence.Passage.Article.Published ?? DateOnly.MaxValue)! with
                    {
                        Score = copies.Max(s => s.Score),
                    }
                ),
        ];

    private static string GetWords(CandidateSentence sentence) => string.Join(' ', sentence.Words.Select(w => w.Form));
}
