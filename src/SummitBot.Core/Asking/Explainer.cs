using System.Globalization;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Asking;

/// <summary>Puts together how an answer came about.</summary>
internal static class Explainer
{
    private const int Decimals = 4;

    public static Explanation Explain(
        ResolvedQuestion question,
        IReadOnlyList<RetrievedPassage> passages,
        AnswerDraft draft,
        Answer answer,
        double threshold
    ) =>
        new(
            question.Text,
            question.Language,
            [.. question.ContextTerms.Select(t => new TermTrace(t.Word, Math.Round(t.Weight, Decimals), true, []))],
            [
                .. passages.Select(p => new PassageTrace(
                    p.Passage.Id.ToString(),
                    p.Article.Title,
                    p.Article.Published,
                    Math.Round(p.Score, Decimals)
                )),
            ],
            draft.Trace,
            Math.Round(answer.Confidence, Decimals),
            threshold,
            GetDecision(passages, draft, answer, threshold)
        );

    private static string GetDecision(
        IReadOnlyList<RetrievedPassage> passages,
        AnswerDraft draft,
        Answer answer,
        double threshold
    )
    {
        if (passages.Count == 0)
        {
            return "Refused: no passage speaks of what the question asks.";
        }

        if (draft.Sentences.Count == 0)
        {
            return "Refused: the writer found no sentence that could answer.";
        }

        if (answer.Outcome == AnswerOutcome.Answered)
        {
            int dropped = draft.Sentences.Count - answer.Sentences.Count;
            return dropped == 0
                ? "Answered: the confidence reaches the threshold and every sentence is quoted word for word."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Answered: the confidence reaches the threshold; sentences dropped because their quotation did not hold: {dropped}."
                );
        }

        if (answer.Outcome == AnswerOutcome.Offered)
        {
            return "Offered: the confidence is below the threshold, but near enough to quote the passages that may answer.";
        }

        return answer.Confidence < threshold
            ? "Refused: the confidence is below the threshold."
            : "Refused: no drafted sentence is in the passage that it cites, word for word.";
    }
}
