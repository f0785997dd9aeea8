namespace SummitBot.Evaluation;

/// <summary>Means that are null where there is nothing to average.</summary>
internal static class Means
{
    /// <summary>The mean over the questions for which there is a value.</summary>
    public static double? Mean(this IEnumerable<QuestionResult> questions, Func<QuestionResult, double?> value) =>
        questions.Average(value);

    /// <summary>Share of the questions for which the answer is yes, among those for which there is one.</summary>
    public static double? Share(this IEnumerable<QuestionResult> questions, Func<QuestionResult, bool?> isSo) =>
        questions.Average(q =>
            isSo(q) switch
            {
                true => 1.0,
                false => 0.0,
                null => (double?)null,
            }
        );
}
