namespace SummitBot.Evaluation;

/// <summary>The number of questions of each kind.</summary>
internal static class CountMetrics
{
    private const string Group = "Questions";

    public static IReadOnlyList<Metric> All { get; } =
    [
        Count("questions", "All questions.", _ => true),
        Count("answerable", "Questions that the corpus answers.", q => q.IsAnswerable == true),
        Count("unanswerable", "Questions that the corpus does not answer.", q => q.IsAnswerable == false),
        Count("followUps", "Questions with earlier turns.", q => q.IsFollowUp),
    ];

    private static Metric Count(string name, string meaning, Func<QuestionResult, bool> counts) =>
        new(name, Group, meaning, questions => questions.Count(counts))
        {
            Unit = MetricUnit.Count,
            HigherIsBetter = null,
        };
}
