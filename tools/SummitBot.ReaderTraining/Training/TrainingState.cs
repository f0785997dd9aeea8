namespace SummitBot.ReaderTraining.Training;

/// <summary>How far a training run has come.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="BestScore">Of all evaluations so far; null before the first.</param>
/// <param name="EvaluationsSinceBest">Evaluations in a row that were not better.</param>
internal sealed record TrainingState(int Step, double? BestScore, int EvaluationsSinceBest)
{
    public static TrainingState Start { get; } = new(0, null, 0);
}
