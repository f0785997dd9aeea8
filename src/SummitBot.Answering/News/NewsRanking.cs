using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Language.Dates;

namespace SummitBot.Answering.News;

/// <summary>Reorders ranked sentences by what the question says of time.</summary>
internal sealed class NewsRanking(SentenceWeights weights)
{
    private const double EntryFactor = 2;

    /// <summary>The score that a sentence may lack to the best one and still be meant.</summary>
    private const double WidestGap = 4;

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
        DateOnly[] days = time.WantsLatest || time.AsksForEntries ? GetDays(time, ranked) : [];
        return
        [
            .. ranked
                .Select(s =>
                {
                    PeriodFit fit = PeriodFitter.GetFit(time, s.Sentence);
                    double recency = fit == PeriodFit.Outside ? 0 : GetRecency(time, s.Sentence, days);
                    var news = new NewsFeatures(fit, recency);
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

    /// <summary>The days of the sentences that may be meant: others, of other subjects, tell nothing of what is new here.</summary>
    private static DateOnly[] GetDays(QuestionTime time, IReadOnlyList<ScoredSentence> ranked) =>
        [
            .. ranked
                .Where(s => s.Score >= ranked.Max(r => r.Score) - WidestGap)
                .Select(s => GetDay(time, s.Sentence))
                .OfType<DateOnly>()
                .Distinct()
                .Order(),
        ];

    private static DateOnly? GetDay(QuestionTime time, CandidateSentence sentence) =>
        time.WantsLatest ? SentenceDay.From(sentence) : SentenceDay.GetEntry(sentence);

    /// <summary>Where the days part, 1 for the newest and 0 for the oldest; the other way round for the earliest.</summary>
    private static double GetRecency(QuestionTime time, CandidateSentence sentence, DateOnly[] days)
    {
        if (days.Length < 2 || GetDay(time, sentence) is not { } day)
        {
            return 0;
        }

        int later = Array.FindLastIndex(days, d => d <= day);
        double recency = (double)Math.Max(later, 0) / (days.Length - 1);
        recency = time.WantsEarliest ? 1 - recency : recency;

        // Entries of one list are all alike but for their dates.
        return SentenceDay.GetEntry(sentence) is null ? recency : EntryFactor * recency;
    }
}
