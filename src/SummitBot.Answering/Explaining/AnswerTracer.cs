using SummitBot.Answering.Confidence;
using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Core.Answers.Explanations;

namespace SummitBot.Answering.Explaining;

/// <summary>Writes down how the quoting writer chose.</summary>
internal sealed class AnswerTracer(SentenceWeights weights, ConfidenceModel confidenceModel)
{
    private const int MaxSentences = 10;

    /// <param name="ranked">The candidates, best first, at least one.</param>
    public AnswerTrace Trace(AnalyzedQuestion question, IReadOnlyList<ScoredSentence> ranked, double confidence)
    {
        SentenceTrace[] sentences = [.. ranked.Take(MaxSentences).Select(Trace)];
        return new AnswerTrace(
            question.Type.ToString().ToLowerInvariant(),
            [.. question.Terms.Select(Trace)],
            sentences,
            sentences.Length > 1 ? GetLead(sentences[0], sentences[1]) : [],
            ConfidenceParts(question, ranked, confidence)
        );
    }

    private IReadOnlyList<FeatureTrace> ConfidenceParts(
        AnalyzedQuestion question,
        IReadOnlyList<ScoredSentence> ranked,
        double confidence
    )
    {
        ConfidenceFeatures features = ConfidenceFeatureExtractor.Extract(question, ranked[0], ranked);
        double inside = Math.Clamp(confidence, 1e-6, 1 - 1e-6);
        double logit = Math.Log(inside / (1 - inside));
        return FeatureTable.WithNews(
            [FeatureTable.Bias(confidenceModel.Bias), .. FeatureTable.Create(features, confidenceModel)],
            logit
        );
    }

    private static TermTrace Trace(QuestionTerm term) =>
        new(
            term.Word.Text,
            FeatureTable.Round(term.Weight),
            term.IsContext,
            [
                .. term.Alternatives.Select(a =>
                    FormattableString.Invariant($"{string.Join(' ', a.Stems)} {a.Strength:0.##}")
                ),
            ]
        );

    private SentenceTrace Trace(ScoredSentence sentence) =>
        new(
            sentence.Sentence.Passage.Passage.Id.ToString(),
            sentence.Sentence.Text,
            FeatureTable.Round(sentence.Score),
            FeatureTable.WithNews(FeatureTable.Create(sentence.Features, weights), sentence.Score)
        );

    private static LeadTrace[] GetLead(SentenceTrace best, SentenceTrace next) =>
        [
            .. best
                .Features.Zip(
                    next.Features,
                    (b, n) => new LeadTrace(b.Name, FeatureTable.Round(b.Contribution - n.Contribution))
                )
                .Where(l => l.Difference != 0)
                .OrderByDescending(l => Math.Abs(l.Difference)),
        ];
}
