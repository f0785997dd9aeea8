using SummitBot.Answering.Sentences;

namespace SummitBot.Answering.News;

/// <summary>News agencies' sentences stand in many articles: each counts once, as the earliest article's.</summary>
internal static class SentenceDeduplicator
{
    /// <summary>Each sentence once, where the best of its copies stood.</summary>
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
