using SummitBot.ReaderTraining.Evaluation;

namespace SummitBot.ReaderTraining.Training;

/// <summary>Reports the progress of a training run.</summary>
internal interface ITrainingObserver
{
    /// <param name="tokens">Of the batch, without padding.</param>
    void StepDone(int step, int steps, double loss, int tokens, TimeSpan duration);

    void Evaluated(int step, IReadOnlyList<ReaderScores> scores);
}
