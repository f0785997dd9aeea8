namespace SummitBot.Evaluation;

/// <summary>
/// Quality of the drafted answers at any confidence, over the answerable questions, as if the writer never refused.
/// </summary>
internal static class AnswerMetrics
{
    private const string Group = "Answers (before refusing)";

    public static IReadOnlyList<Metric> All { get; } =
    [
        new(
            "contains",
            Group,
            "The answer holds a gold answer, both normalised as SQuAD does; more than 2 sentences or 400 characters never count.",
            qs => qs.Share(q => Graded(q) ? q.Contains : null)
        ),
        new(
            "firstContains",
            Group,
            "The first sentence alone holds a gold answer.",
            qs => qs.Share(q => Graded(q) ? q.FirstContains : null)
        ),
        new(
            "f1",
            Group,
            "Token F1 (SQuAD) of the short answer, or of the first sentence where none is marked, with the best gold answer.",
            qs => qs.Mean(q => q.IsAnswerable == true ? q.F1 : null)
        ),
        new(
            "shortAnswers",
            Group,
            "Share of the questions with a gold answer for which a short answer is marked.",
            qs => qs.Share(q => Graded(q) ? q.ShortAnswer is not null : null)
        )
        {
            HigherIsBetter = null,
        },
        new(
            "shortExact",
            Group,
            "Of the short answers, those equal to a gold answer (SQuAD exact match).",
            qs => qs.Share(q => Graded(q) ? q.ShortAnswerIsExact : null)
        ),
        new(
            "shortContains",
            Group,
            "Of the short answers, those that hold a gold answer.",
            qs => qs.Share(q => Graded(q) ? q.ShortAnswerContains : null)
        ),
        new(
            "shortF1",
            Group,
            "Mean token F1 of the short answers.",
            qs => qs.Mean(q => Graded(q) && q.ShortAnswer is not null ? q.F1 : null)
        ),
        new(
            "citationPrecision",
            Group,
            "Of the cited sentences, those whose quote holds a gold answer or equals the sentence.",
            qs => ShareOfCitations(qs, c => c.Supports)
        ),
        new(
            "verbatim",
            Group,
            "Of the citations of all drafts, those whose quote equals the article's text in the cited range.",
            qs => ShareOfCitations(qs, c => c.IsVerbatim)
        ),
        new(
            "meanChars",
            Group,
            "Mean characters of the answers, without marks.",
            qs => Drafted(qs).Mean(q => q.Answer.Length)
        )
        {
            Unit = MetricUnit.Characters,
            HigherIsBetter = false,
        },
        new(
            "twoSentences",
            Group,
            "Share of the answers that have two sentences or more.",
            qs => Drafted(qs).Share(q => q.SentenceCount >= 2)
        )
        {
            HigherIsBetter = null,
        },
        new(
            "tooLong",
            Group,
            "Share of the answers with more than 2 sentences or 400 characters.",
            qs => Drafted(qs).Share(q => AnswerLimits.IsTooLong(q.Answer, q.SentenceCount))
        )
        {
            HigherIsBetter = false,
        },
    ];

    private static bool Graded(QuestionResult q) => q.IsAnswerable == true && q.HasGold;

    private static IEnumerable<QuestionResult> Drafted(IEnumerable<QuestionResult> questions) =>
        questions.Where(q => q.IsAnswerable == true && q.SentenceCount > 0);

    private static double? ShareOfCitations(IEnumerable<QuestionResult> questions, Func<CitedQuote, bool> isSo)
    {
        CitedQuote[] citations = [.. questions.SelectMany(q => q.Citations)];
        return citations.Length == 0 ? null : (double)citations.Count(isSo) / citations.Length;
    }
}
