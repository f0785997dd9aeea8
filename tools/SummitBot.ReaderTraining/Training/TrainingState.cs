namespace SummitBot.ReaderTraining.Training;

/// <summary>The progress of a training run.</summary>
/// <param name="Step">Finished steps.</param>
/// <param name="BestScore">Of all evaluations so far; null before the first.</param>
/// <param name="EvaluationsSinceBest">Evaluations in a row without improvement.</param>
internal sealed record TrainingState(int Step, double? BestScore, int EvaluationsSinceBest)
{
    public static TrainingState Start { get; } = new(0, null, 0);
}
