using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Evaluation;

/// <summary>Compares a drafted answer with the gold.</summary>
/// <param name="shipped">A draft with a lower confidence is offered or refused.</param>
internal sealed class AnswerGrading(EvaluationDataSet set, IArticleCatalog catalog, ShippedThresholds shipped)
{
    /// <param name="result">The result so far.</param>
    /// <param name="answer">The answer, given at any confidence.</param>
    public QuestionResult Grade(QuestionResult result, Answer answer)
    {
        string text = string.Join(' ', answer.Sentences.Select(s => s.Text));
        string first = answer.Sentences.Count == 0 ? "" : answer.Sentences[0].Text;
        bool hasGold = result.Gold.Count > 0;
        QuestionResult graded = result with
        {
            Outcome = GetOutcome(answer),
            Confidence = answer.Confidence,
            Answer = text,
            SentenceCount = answer.Sentences.Count,
            Contains = result.HasGold
                ? !AnswerLimits.IsTooLong(text, answer.Sentences.Count) && IsRight(result, answer, text)
                : null,
            OfferContains = result.HasGold ? answer.Offers.Any(o => result.IsGold(o.Text)) : null,
            FirstContains = result.HasGold ? result.IsGold(first) : null,
            ShortAnswer = answer.ShortAnswer?.Text,
            ShortAnswerIsExact =
                hasGold && answer.ShortAnswer is { } exact ? SquadText.EqualsAny(exact.Text, result.Gold) : null,
            ShortAnswerContains =
                hasGold && answer.ShortAnswer is { } held ? SquadText.ContainsAny(held.Text, result.Gold) : null,
            F1 = ComputeF1(result, answer.ShortAnswer?.Text ?? first),
            Citations = GetCitations(answer, result),
            ElapsedMs = Math.Round(answer.Elapsed.TotalMilliseconds, 3),
            Trace = answer.Explanation?.Trace,
        };
        return graded with { Verdict = Grade(graded) };
    }

    private static bool IsRight(QuestionResult result, Answer answer, string text) =>
        result.GoldSentences.Count > 0 ? answer.Sentences.Any(s => result.IsGold(s.Text)) : result.IsGold(text);

    private AnswerOutcome GetOutcome(Answer answer) =>
        answer.Outcome != AnswerOutcome.Answered || answer.Confidence >= shipped.Answer ? answer.Outcome
        : answer.Confidence >= shipped.Offer && answer.Offers.Count > 0 ? AnswerOutcome.Offered
        : AnswerOutcome.NotInCorpus;

    private static double? ComputeF1(QuestionResult result, string shortAnswer)
    {
        IReadOnlyList<string> golds = result.Reference is { } reference ? [reference] : result.Gold;
        return golds.Count == 0 ? null : TokenF1.Best(shortAnswer, golds);
    }

    private static Verdict Grade(QuestionResult result) =>
        (result.IsAnswerable, result.Outcome == AnswerOutcome.Answered) switch
        {
            (true, false) => Verdict.NotAnswered,
            (true, true) when result.Contains is { } contains => contains ? Verdict.Right : Verdict.Wrong,
            (false, true) => Verdict.WronglyAnswered,
            (false, false) => Verdict.RightlyRefused,
            _ => Verdict.Ungraded,
        };

    private List<CitedQuote> GetCitations(Answer answer, QuestionResult result)
    {
        var byNumber = answer.Citations.ToDictionary(c => c.Number);
        var cited = new List<CitedQuote>();
        foreach (AnswerSentence sentence in answer.Sentences)
        {
            foreach (Citation citation in sentence.Citations.Select(n => byNumber[n]))
            {
                cited.Add(
                    new CitedQuote(
                        sentence.Text,
                        set.GetDocument(citation.Article.Id),
                        citation.Article.Title,
                        citation.Quote,
                        citation.Range.Start,
                        citation.Range.End,
                        result.IsGold(citation.Quote),
                        IsVerbatim(citation)
                    )
                );
            }
        }

        return cited;
    }

    private bool IsVerbatim(Citation citation)
    {
        TextRange range = citation.Range;
        return catalog.Find(citation.Article.Id, AccessScope.Public) is { } article
            && range.Start >= 0
            && range.Start <= range.End
            && range.End <= article.Text.Length
            && string.Equals(range.Slice(article.Text), citation.Quote, StringComparison.Ordinal);
    }
}

/// <summary>Maximum length of an answer that counts; without it, the whole article would be the best answer.</summary>
internal static class AnswerLimits
{
    public const int Sentences = 2;
    public const int Characters = 400;

    public static bool IsTooLong(string answer, int sentences) => sentences > Sentences || answer.Length > Characters;
}
