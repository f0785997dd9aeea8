using SummitBot.Core.Questions;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// Finds sentences that follow a question of the article that asks the same: the answers of a page of frequently asked
/// questions.
/// </summary>
internal sealed class RestatedQuestion(QuestionAnalyzer questions)
{
    /// <summary>Share of the asked question's weight that the article's question must have.</summary>
    private const double MinAsked = 0.75;

    /// <summary>Share of the article's question that the asked one must have.</summary>
    private const double MinRestated = 0.6;

    /// <summary>Marks the candidates that answer the asked question where the article asks it itself.</summary>
    public void Mark(AnalyzedQuestion asked, IReadOnlyList<CandidateSentence> candidates)
    {
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (CandidateSentence candidate in candidates)
        {
            if (FindQuestionBefore(candidate) is not { } before)
            {
                continue;
            }

            if (!known.TryGetValue(before, out bool isSame))
            {
                isSame = AsksTheSame(asked, questions.Reword(asked, before), candidate);
                known.Add(before, isSame);
            }

            candidate.AnswersRestatedQuestion = isSame;
        }
    }

    /// <summary>The question right before the sentence, as a sentence or a heading.</summary>
    private static string? FindQuestionBefore(CandidateSentence candidate) =>
        candidate.IsQuestion ? null
        : candidate.Previous is { } previous ? (previous.IsQuestion ? previous.Text : null)
        : candidate.Passage.Passage.Heading is { } heading
        && CandidateSentence.EndsWithQuestionMark(heading)
        && candidate.Range.Start == candidate.Passage.Passage.Range.Start
            ? heading
        : null;

    private static bool AsksTheSame(AnalyzedQuestion asked, AnalyzedQuestion restated, CandidateSentence candidate)
    {
        var words = new WordIndex(restated.Words);
        double has = asked.Terms.Sum(t => words.Has(t) > 0 || candidate.Title.Has(t) > 0 ? t.Weight : 0);
        var own = new WordIndex(asked.Words);
        double hasOwn = restated.Terms.Sum(t => own.Has(t) > 0 ? t.Weight : 0);
        QuestionTerm[] names = [.. asked.Terms.Where(t => t.IsName)];
        return asked.Type == restated.Type
            && asked.Terms.Count > 0
            && asked.Terms.Any(t => words.Has(t) > 0)
            && Array.TrueForAll(names, t => words.Has(t) > 0 || candidate.Title.Has(t) > 0)
            && has >= MinAsked * asked.TotalWeight
            && hasOwn >= MinRestated * restated.TotalWeight;
    }
}
