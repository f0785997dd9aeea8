using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Language.Dates;

namespace SummitBot.Answering.News;

/// <summary>Reorders ranked sentences by what the question says of time.</summary>
internal sealed class NewsRanking(SentenceWeights weights)
{
    /// <param name="ranked">The sentences, measured against the whole question.</param>
    /// <param name="timeless">The question without its words for the time: a time that the day of publication bears out
    /// need not be in the words.</param>
    /// <returns>Best first; ties in the former order.</returns>
    public IReadOnlyList<ScoredSentence> Rank(
        QuestionTime time,
        AnalyzedQuestion timeless,
        IReadOnlyList<ScoredSentence> ranked,
        double bestScore
    )
    {
        DateOnly[] days = time.WantsLatest ? DaysOf(ranked) : [];
        return
        [
            .. ranked
                .Select(s =>
                {
                    var news = new NewsFeatures(PeriodFitter.FitOf(time, s.Sentence), RecencyOf(s.Sentence, days));
                    double score =
                        news.Fit == PeriodFit.InsideByPublication
                            ? Math.Max(
                                s.Score,
                                weights.Score(SentenceFeatureExtractor.Extract(timeless, s.Sentence, bestScore))
                            )
                            : s.Score;
                    return s with { News = news, Score = score + NewsWeights.Score(news) };
                })
                .OrderByDescending(s => s.Score),
        ];
    }

    private static DateOnly[] DaysOf(IReadOnlyList<ScoredSentence> ranked) =>
        [.. ranked.Select(s => s.Sentence.Passage.Article.Published).OfType<DateOnly>().Distinct().Order()];

    private static double RecencyOf(CandidateSentence sentence, DateOnly[] days) =>
        days.Length > 1 && sentence.Passage.Article.Published is { } day
            ? (double)Array.IndexOf(days, day) / (days.Length - 1)
            : 0;
}
