using SummitBot.Answering.Confidence;
using SummitBot.Answering.Explaining;
using SummitBot.Answering.News;
using SummitBot.Answering.Sentences;
using SummitBot.Answering.ShortAnswers;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Questions;
using SummitBot.Language.Dates;

namespace SummitBot.Answering;

/// <summary>Ranks sentences and estimates the probability that each answers, with one set of weights.</summary>
internal sealed class SentenceScoring
{
    /// <summary>A table row rarely answers a question that names only headers and none of its cells.</summary>
    private const double UnnamedRowFactor = 0.4;

    /// <summary>Added to the score of a row that the question looks up, and of the answer to the same question.</summary>
    private const double LookupWeight = 4;

    /// <summary>
    /// Minimum confidence when the question names both a row of a table and the wanted column, and when the article asks
    /// the same question before the sentence.
    /// </summary>
    public const double LookupConfidence = 0.65;

    private readonly SentenceRanker _ranker;
    private readonly NewsRanking _newsRanking;
    private readonly ConfidenceModel _confidence;
    private readonly AnswerTracer _tracer;

    /// <param name="isRead">The weights for sentences that the reader has read.</param>
    /// <param name="isEnglish">The confidence for questions in English; another for all others.</param>
    public SentenceScoring(bool isRead, bool isEnglish = true)
    {
        var weights = new SentenceWeights(isRead);
        _ranker = new SentenceRanker(weights);
        _newsRanking = new NewsRanking(weights);
        _confidence = new ConfidenceModel(isRead, isEnglish);
        _tracer = new AnswerTracer(weights, _confidence);
    }

    /// <summary>The sentences, best first.</summary>
    /// <param name="bestScore">The score of the first passage.</param>
    /// <param name="time">What the question says of time that the passages can tell.</param>
    public IReadOnlyList<ScoredSentence> Rank(
        double bestScore,
        QuestionTime time,
        AnalyzedQuestion question,
        AnalyzedQuestion timeless,
        IReadOnlyList<CandidateSentence> candidates
    )
    {
        IReadOnlyList<ScoredSentence> ranked = _newsRanking.Rank(
            time,
            timeless,
            _ranker.Rank(question, candidates, bestScore),
            bestScore
        );
        return SentenceDeduplicator.RemoveDuplicates(Promote(ranked, timeless));
    }

    /// <summary>Probability that a sentence answers, 0 to 1.</summary>
    public double ConfidenceIn(
        ScoredSentence sentence,
        IReadOnlyList<ScoredSentence> ranked,
        AnalyzedQuestion question,
        AnalyzedQuestion timeless
    )
    {
        double confidence = ProbabilityOf(question);
        if (sentence.Sentence.AnswersRestatedQuestion)
        {
            return Math.Max(confidence, LookupConfidence);
        }

        if (sentence.Sentence.Row is not null)
        {
            return !RowAnswer.IsMeant(timeless, sentence.Sentence) ? confidence * UnnamedRowFactor
                : RowAnswer.IsLookup(timeless, sentence.Sentence) ? Math.Max(confidence, LookupConfidence)
                : confidence;
        }

        return sentence.News.Fit == PeriodFit.InsideByPublication
            ? Math.Max(confidence, ProbabilityOf(timeless))
            : NewsWeights.Confidence(confidence, sentence.News.Fit);

        double ProbabilityOf(AnalyzedQuestion asked) =>
            _confidence.Probability(ConfidenceFeatureExtractor.Extract(asked, sentence, ranked));
    }

    /// <summary>Why the first sentence was chosen.</summary>
    public AnswerTrace Trace(AnalyzedQuestion question, IReadOnlyList<ScoredSentence> ranked, double confidence) =>
        _tracer.Trace(question, ranked, confidence);

    /// <summary>
    /// Ranks a table row that the question looks up, and the answer to the same question in the article, above sentences
    /// on the same subject.
    /// </summary>
    private static IReadOnlyList<ScoredSentence> Promote(
        IReadOnlyList<ScoredSentence> ranked,
        AnalyzedQuestion question
    ) =>
        ranked.Any(s => s.Sentence.Row is not null || s.Sentence.AnswersRestatedQuestion)
            ?
            [
                .. ranked
                    .Select(s =>
                        s.Sentence.AnswersRestatedQuestion ? s with { Score = ranked[0].Score + LookupWeight }
                        : RowAnswer.IsLookup(question, s.Sentence) ? s with { Score = s.Score + LookupWeight }
                        : s
                    )
                    .OrderByDescending(s => s.Score),
            ]
            : ranked;
}
