namespace SummitBot.Evaluation.Reports;

/// <summary>Verdicts as people read them.</summary>
internal static class VerdictWords
{
    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Right => "right",
            Verdict.Wrong => "wrong",
            Verdict.NotAnswered => "refused, but answerable",
            Verdict.RightlyRefused => "rightly refused",
            Verdict.WronglyAnswered => "answered, but unanswerable",
            _ => "not graded",
        };
}
