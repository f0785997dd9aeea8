namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>
/// The reader's scores on held-out questions. Shares are from 0 to 1, and NaN when there is nothing to count.
/// </summary>
/// <param name="Found">Of answerable questions: the share whose chosen sentence answers.</param>
/// <param name="AreaUnderCurve">How well the score separates answerable questions from those that the passage does not
/// answer.</param>
/// <param name="PassagePreferred">Of answerable questions: the share whose passage scores higher than the one that
/// shares most words.</param>
/// <param name="AnswerF1">Of questions with a short answer: the F1 of the span in the chosen sentence.</param>
internal sealed record ReaderScores(
    string Set,
    int Answerable,
    int Unanswerable,
    double Found,
    double AreaUnderCurve,
    double PassagePreferred,
    double AnswerF1
)
{
    /// <summary>One number for comparing checkpoints.</summary>
    public double Overall =>
        new[] { Found, AreaUnderCurve, PassagePreferred, AnswerF1 }
            .Where(share => !double.IsNaN(share))
            .DefaultIfEmpty(0)
            .Average();

    public static ReaderScores Compute(string set, IReadOnlyList<QuestionReading> readings)
    {
        QuestionReading[] answerable = [.. readings.Where(reading => reading.IsAnswerable)];
        QuestionReading[] unanswerable = [.. readings.Where(reading => !reading.IsAnswerable)];
        return new ReaderScores(
            set,
            answerable.Length,
            unanswerable.Length,
            Mean(answerable.Select(reading => reading.IsRight ? 1.0 : 0)),
            Ranking.AreaUnderCurve(
                [.. answerable.Select(reading => reading.Score)],
                [.. unanswerable.Select(reading => reading.Score)]
            ),
            Mean(
                answerable
                    .Where(reading => reading.OtherScore is not null)
                    .Select(reading => reading.Score > reading.OtherScore ? 1.0 : 0)
            ),
            Mean(answerable.Select(reading => reading.AnswerF1).OfType<double>())
        );
    }

    public override string ToString() =>
        FormattableString.Invariant(
            $"{Set}: found {Found:0.000} of {Answerable}, answerable or not (AUROC) {AreaUnderCurve:0.000} with {Unanswerable}, passage preferred {PassagePreferred:0.000}, short answer F1 {AnswerF1:0.000}"
        );

    private static double Mean(IEnumerable<double> shares) => shares.DefaultIfEmpty(double.NaN).Average();
}
