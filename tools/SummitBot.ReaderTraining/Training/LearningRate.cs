namespace SummitBot.ReaderTraining.Training;

/// <summary>Rises from 0 to the full rate, then falls to 0, both in a straight line.</summary>
internal static class LearningRate
{
    /// <param name="step">Counted from 0.</param>
    public static double At(int step, int steps, TrainingOptions options)
    {
        double risingSteps = Math.Max(1, steps * options.WarmUp);
        double part = step < risingSteps ? (step + 1) / risingSteps : (steps - step) / (steps - risingSteps);
        return options.LearningRate * Math.Clamp(part, 0, 1);
    }
}
