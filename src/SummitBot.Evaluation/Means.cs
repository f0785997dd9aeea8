namespace SummitBot.Evaluation;

/// <summary>Means that are null when there is nothing to average.</summary>
internal static class Means
{
    /// <summary>The mean over the questions that have a value.</summary>
    public static double? Mean(this IEnumerable<QuestionResult> questions, Func<QuestionResult, double?> value) =>
        questions.Average(value);

    /// <summary>Share of the questions with the value true, among those that have a value.</summary>
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
