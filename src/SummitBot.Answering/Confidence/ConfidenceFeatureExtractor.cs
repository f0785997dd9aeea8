using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Language;
using SummitBot.Language.Recognition;

namespace SummitBot.Answering.Confidence;

/// <summary>Measures how well the chosen sentence covers the question.</summary>
internal static class ConfidenceFeatureExtractor
{
    private const double MaxLead = 8;
    private const double UsualSimilarity = 0.65;

    /// <param name="ranked">All candidates, the best first.</param>
    public static ConfidenceFeatures Extract(
        AnalyzedQuestion question,
        ScoredSentence scored,
        IReadOnlyList<ScoredSentence> ranked
    )
    {
        CandidateSentence sentence = scored.Sentence;
        double covered = 0;
        double heaviest = 0;
        int names = 0;
        int numbers = 0;
        LanguageProfile profile = question.Profile;
        foreach (QuestionTerm term in question.Terms)
        {
            double here = Math.Max(sentence.Has(term), sentence.Title.Has(term));
            bool isAlone = question.Terms.Count == 1;
            here = isAlone ? sentence.Has(term) : here;
            double near = isAlone ? here : Math.Max(here, sentence.Previous?.Has(term) ?? 0);
            covered += near * term.Weight;
            if (!term.IsContext)
            {
                heaviest = Math.Max(heaviest, (1 - here) * term.Weight);
                names += term.IsName && near == 0 ? 1 : 0;
                numbers += here == 0 && NumberRecognizer.IsNumber(term.Word, profile) ? 1 : 0;
            }
        }

        // A fact and its reason often stand in two neighbouring sentences, which are quoted together.
        ScoredSentence[] rivals =
        [
            .. ranked.Where(s =>
                !ReferenceEquals(s.Sentence, sentence)
                && !(question.Type == AnswerType.Reason && AreNeighbours(s.Sentence, sentence))
            ),
        ];
        bool isNegated = sentence.Words.Any(w => AnalyzedQuestion.IsNegation(w, profile));
        return new ConfidenceFeatures
        {
            Coverage = covered / question.TotalWeight,
            NegationMissing = question.IsNegated && !isNegated ? 1 : 0,
            NamesMissing = names,
            QuestionTerms = question.Terms.Count,
            HeaviestMissing = heaviest,
            NumbersMissing = numbers,
            Reading = scored.Features.Reading,
            Lead = Math.Clamp(
                scored.Score - rivals.Select(s => s.Score).DefaultIfEmpty(double.NegativeInfinity).Max(),
                -MaxLead,
                MaxLead
            ),
            Similarity = sentence.Similarity - UsualSimilarity ?? 0,
        };
    }

    private static bool AreNeighbours(CandidateSentence one, CandidateSentence other) =>
        ReferenceEquals(one.Previous, other) || ReferenceEquals(one.Next, other);
}
