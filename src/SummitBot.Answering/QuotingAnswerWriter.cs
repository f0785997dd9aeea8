using SummitBot.Answering.Confidence;
using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Core.Answers;
using SummitBot.Core.Retrieval;

namespace SummitBot.Answering;

/// <summary>
/// The writer that needs no model: quotes the one to few sentences of the passages that answer the question best, word
/// for word.
/// </summary>
public sealed class QuotingAnswerWriter : IAnswerWriter
{
    /// <summary>A further sentence is quoted when its odds against the best one are at least this.</summary>
    private const double FurtherSentenceOdds = 0.04;

    /// <summary>Characters of all sentences together; a single sentence may be longer.</summary>
    private const int LongestAnswer = 400;

    private readonly QuestionAnalyzer _questions;
    private readonly CandidateSentences _candidates;

    public QuotingAnswerWriter(ITermAnalyzer analyzer, ITermStatistics statistics)
    {
        var cutter = new WordCutter(analyzer);
        _questions = new QuestionAnalyzer(cutter, statistics);
        _candidates = new CandidateSentences(cutter);
    }

    public string Name => "embedded";

    public Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Write(request));
    }

    private AnswerDraft Write(AnswerRequest request)
    {
        AnalyzedQuestion question = _questions.Analyze(request.Question);
        IReadOnlyList<ScoredSentence> ranked = SentenceRanker.Rank(
            question,
            _candidates.Of(request.Passages),
            request.Passages[0].Score
        );
        if (question.Terms.Count == 0 || ranked.Count == 0)
        {
            return new AnswerDraft([], 0);
        }

        double confidence = ConfidenceModel.Probability(
            ConfidenceFeatureExtractor.Extract(question, ranked[0].Sentence)
        );
        DraftSentence[] sentences =
        [
            .. Choose(ranked, request.MaxSentences)
                .Select(s => new DraftSentence(s.Text, s.Passage.Passage.Id, s.Range)),
        ];
        return new AnswerDraft(sentences, confidence);
    }

    private static List<CandidateSentence> Choose(IReadOnlyList<ScoredSentence> ranked, int most)
    {
        List<CandidateSentence> chosen = [ranked[0].Sentence];
        int length = ranked[0].Sentence.Text.Length;
        foreach (ScoredSentence next in ranked.Skip(1))
        {
            bool isLikely = Math.Exp(next.Score - ranked[0].Score) > FurtherSentenceOdds;
            if (chosen.Count == most || !isLikely)
            {
                break;
            }

            bool isRepetition = chosen.Exists(c => string.Equals(c.Text, next.Sentence.Text, StringComparison.Ordinal));
            if (!isRepetition && length + 1 + next.Sentence.Text.Length <= LongestAnswer)
            {
                chosen.Add(next.Sentence);
                length += 1 + next.Sentence.Text.Length;
            }
        }

        return chosen;
    }
}
