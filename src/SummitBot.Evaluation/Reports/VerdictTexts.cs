namespace SummitBot.Evaluation.Reports;

/// <summary>Verdicts as people read them.</summary>
internal static class VerdictTexts
{
    public static string Get(Verdict verdict) =>
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
