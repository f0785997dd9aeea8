using SummitBot.Core.Answers;

namespace SummitBot.Evaluation;

/// <summary>Whether it answers what it knows and refuses what it does not.</summary>
internal static class AbstentionMetrics
{
    private const string Group = "Refusing";

    public static IReadOnlyList<Metric> All { get; } =
    [
        new(
            "auroc",
            Group,
            "Area under the ROC curve of the confidence, answerable against unanswerable questions, ties counting half (Hanley and McNeil 1982).",
            qs =>
                Auroc.Compute(
                    Confidences(qs, q => q.IsAnswerable == true),
                    Confidences(qs, q => q.IsAnswerable == false)
                )
        ),
        new(
            "aurocRight",
            Group,
            "The same for drafts that hold a gold answer against all other drafts.",
            qs =>
                Auroc.Compute(
                    Confidences(qs, q => IsGradable(q) && IsRight(q)),
                    Confidences(qs, q => IsGradable(q) && !IsRight(q))
                )
        ),
        new(
            "coverage5",
            Group,
            "Greatest share of the questions that can be answered with at most 5 % of the answers wrong (risk-coverage curve, Geifman and El-Yaniv 2017).",
            qs => CoverageAt(0.05, qs)
        ),
        new("coverage10", Group, "The same with at most 10 % wrong.", qs => CoverageAt(0.10, qs)),
        new(
            "answered",
            Group,
            "Share of the answerable questions that are answered at the shipped threshold.",
            qs => qs.Share(q => q.IsAnswerable == true ? q.Outcome == AnswerOutcome.Answered : null)
        ),
        new(
            "refused",
            Group,
            "Share of the unanswerable questions that are refused at the shipped threshold.",
            qs => qs.Share(q => q.IsAnswerable == false ? q.Verdict == Verdict.RightlyRefused : null)
        ),
        new(
            "rightAndCited",
            Group,
            "Share of the answerable questions that are answered at the shipped threshold, by a gold answer, citing a gold document for it.",
            qs => qs.Share(q => q.IsAnswerable == true && IsGradable(q) ? q.IsRightAndCited : null)
        ),
        new(
            "quotedOrOffered",
            Group,
            "Share of the answerable questions whose gold answer stands in the answer, or in one of the passages offered where none is sure.",
            qs => qs.Share(q => q.IsAnswerable == true && IsGradable(q) ? q.IsQuotedOrOffered : null)
        ),
        new(
            "oneOfThree",
            Group,
            "Share of the answerable questions whose gold answer stands in one of the up to three likeliest passages, whatever the confidence.",
            qs => qs.Share(q => q.IsAnswerable == true && IsGradable(q) ? q.OfferContains : null)
        ),
        new(
            "offered",
            Group,
            "Share of all questions that get passages that may answer, instead of an answer or a refusal.",
            qs => qs.Share(q => q.IsAnswerable is not null ? q.Outcome == AnswerOutcome.Offered : null)
        )
        {
            HigherIsBetter = null,
        },
        new(
            "precision",
            Group,
            "Of what is answered at the shipped threshold, the share that holds a gold answer.",
            qs =>
                qs.Any(q => q.IsAnswerable == true && IsGradable(q))
                    ? qs.Share(q => IsAnsweredAndGraded(q) ? q.Verdict == Verdict.Right : null)
                    : null
        ),
        new(
            "ece",
            Group,
            "Expected calibration error of the confidence as the chance that the first sentence is right, ten bins (Guo et al. 2017).",
            qs => Calibration.ExpectedError(Reliability(qs))
        )
        {
            HigherIsBetter = false,
        },
    ];

    /// <summary>Empty when no answerable question can be graded.</summary>
    public static IReadOnlyList<RiskCoveragePoint> Curve(IReadOnlyList<QuestionResult> questions)
    {
        QuestionResult[] graded = [.. questions.Where(IsGradable)];
        return graded.Any(q => q.IsAnswerable == true)
            ? RiskCoverage.Curve(
                graded.Where(q => q.SentenceCount > 0).Select(q => (q.Confidence, IsRight(q))),
                graded.Length
            )
            : [];
    }

    /// <summary>Bins over the drafts; empty when no answerable question can be graded.</summary>
    public static IReadOnlyList<ReliabilityBin> Reliability(IReadOnlyList<QuestionResult> questions)
    {
        QuestionResult[] drafted = [.. questions.Where(q => IsGradable(q) && q.SentenceCount > 0)];
        return drafted.Any(q => q.IsAnswerable == true)
            ? Calibration.Bins(drafted.Select(q => (q.Confidence, q.IsAnswerable == true && q.FirstContains == true)))
            : [];
    }

    private static double? CoverageAt(double error, IReadOnlyList<QuestionResult> questions)
    {
        IReadOnlyList<RiskCoveragePoint> curve = Curve(questions);
        return curve.Count == 0 ? null : RiskCoverage.AtError(error, curve)?.Coverage ?? 0;
    }

    private static bool IsGradable(QuestionResult q) => q.IsGradable;

    private static bool IsRight(QuestionResult q) => q.IsAnswerable == true && q.Contains == true;

    private static bool IsAnsweredAndGraded(QuestionResult q) =>
        q.Verdict is Verdict.Right or Verdict.Wrong or Verdict.WronglyAnswered;

    private static double[] Confidences(IEnumerable<QuestionResult> questions, Func<QuestionResult, bool> isOne) =>
        [.. questions.Where(isOne).Select(q => q.Confidence)];
}
