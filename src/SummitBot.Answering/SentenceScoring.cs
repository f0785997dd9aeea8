using SummitBot.Answering.Confidence;
using SummitBot.Answering.Explaining;
using SummitBot.Answering.News;
using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Answering.ShortAnswers;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Answers.Parts;

namespace SummitBot.Answering;

/// <summary>Orders sentences and says how likely each answers, by one set of weights.</summary>
internal sealed class SentenceScoring
{
    /// <summary>A row of a table answers seldom when the question names none of its cells, only headers.</summary>
    private const double UnnamedRowFactor = 0.4;

    /// <summary>What it adds to the score of a row that the question looks it up.</summary>
    private const double LookupWeight = 4;

    /// <summary>At least this when the question names a row of a table and the column that it wants.</summary>
    private const double LookupConfidence = 0.65;

    private readonly AblationSwitches _ablation;
    private readonly SentenceRanker _ranker;
    private readonly NewsRanking _newsRanking;
    private readonly ConfidenceModel _confidence;
    private readonly AnswerTracer _tracer;

    /// <param name="isRead">The weights for sentences that the reader has read.</param>
    /// <param name="isEnglish">The confidence for questions in English; another for all others.</param>
    public SentenceScoring(AblationSwitches ablation, bool isRead, bool isEnglish = true)
    {
        var weights = new SentenceWeights(ablation, isRead);
        _ablation = ablation;
        _ranker = new SentenceRanker(weights);
        _newsRanking = new NewsRanking(weights);
        _confidence = new ConfidenceModel(ablation, isRead, isEnglish);
        _tracer = new AnswerTracer(weights, _confidence);
    }

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
        ranked = Promote(ranked, timeless);
        return _ablation.Has(AblationSwitch.NearDuplicates) ? SentenceDeduplicator.RemoveDuplicates(ranked) : ranked;
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

    /// <summary>A row of a table that the question looks up goes before sentences about the same.</summary>
    private static IReadOnlyList<ScoredSentence> Promote(
        IReadOnlyList<ScoredSentence> ranked,
        AnalyzedQuestion question
    ) =>
        ranked.Any(s => s.Sentence.Row is not null)
            ?
            [
                .. ranked
                    .Select(s =>
                        RowAnswer.IsLookup(question, s.Sentence) ? s with { Score = s.Score + LookupWeight } : s
                    )
                    .OrderByDescending(s => s.Score),
            ]
            : ranked;
}
