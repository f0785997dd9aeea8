namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>How well the reader does on held-out questions. Shares are from 0 to 1, and NaN where there is nothing to count.</summary>
/// <param name="Found">Of answerable questions: the sentence chosen among all of the passage answers.</param>
/// <param name="AreaUnderCurve">How well the score tells answerable questions from those that the passage does not answer.</param>
/// <param name="PassagePreferred">Of answerable questions: the passage scores higher than the one that shares most words.</param>
/// <param name="AnswerF1">Of questions with a short answer: how much of it the span in the chosen sentence has.</param>
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
    /// <summary>One number to compare checkpoints by.</summary>
    public double Overall =>
        new[] { Found, AreaUnderCurve, PassagePreferred, AnswerF1 }
            .Where(share => !double.IsNaN(share))
            .DefaultIfEmpty(0)
            .Average();

    public override string ToString() =>
        FormattableString.Invariant(
            $"{Set}: found {Found:0.000} of {Answerable}, answerable or not (AUROC) {AreaUnderCurve:0.000} with {Unanswerable}, passage preferred {PassagePreferred:0.000}, short answer F1 {AnswerF1:0.000}"
        );
}
