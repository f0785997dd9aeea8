using SummitBot.Answering.Confidence;
using SummitBot.Answering.Explaining;
using SummitBot.Answering.News;
using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Answers.Parts;

namespace SummitBot.Answering;

/// <summary>Orders sentences and says how likely each answers, by one set of weights.</summary>
/// <param name="isRead">The weights for sentences that the reader has read.</param>
/// <param name="isEnglish">The confidence for questions in English; another for all others.</param>
internal sealed class SentenceScoring(AnswerParts parts, bool isRead, bool isEnglish = true)
{
    private readonly SentenceRanker _ranker = new(new SentenceWeights(parts, isRead));
    private readonly NewsRanking _newsRanking = new(new SentenceWeights(parts, isRead));
    private readonly ConfidenceModel _confidence = new(parts, isRead, isEnglish);
    private readonly AnswerTracer _tracer = new(
        new SentenceWeights(parts, isRead),
        new ConfidenceModel(parts, isRead, isEnglish)
    );

    /// <summary>The sentences, best first.</summary>
    public IReadOnlyList<ScoredSentence> Rank(
        AnswerRequest request,
        AnalyzedQuestion question,
        AnalyzedQuestion timeless,
        IReadOnlyList<CandidateSentence> candidates
    )
    {
        double bestScore = request.Passages[0].Score;
        IReadOnlyList<ScoredSentence> ranked = _newsRanking.Rank(
            request.Time,
            timeless,
            _ranker.Rank(question, candidates, bestScore),
            bestScore
        );
        return parts.Has(AnswerPart.NearCopies) ? EqualSentences.Fold(ranked) : ranked;
    }

    /// <summary>How likely a sentence answers, 0 to 1.</summary>
    public double ConfidenceIn(
        ScoredSentence sentence,
        IReadOnlyList<ScoredSentence> ranked,
        AnalyzedQuestion question,
        AnalyzedQuestion timeless
    )
    {
        double confidence = ProbabilityOf(question);
        return sentence.News.Fit == PeriodFit.InsideByPublication
            ? Math.Max(confidence, ProbabilityOf(timeless))
            : NewsWeights.Confidence(confidence, sentence.News.Fit);

        double ProbabilityOf(AnalyzedQuestion asked) =>
            _confidence.Probability(ConfidenceFeatureExtractor.Extract(asked, sentence, ranked));
    }

    /// <summary>How the first of the sentences came to be it.</summary>
    public AnswerTrace Trace(AnalyzedQuestion question, IReadOnlyList<ScoredSentence> ranked, double confidence) =>
        _tracer.Trace(question, ranked, confidence);
}
