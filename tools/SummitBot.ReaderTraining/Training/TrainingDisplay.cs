using System.Globalization;
using Spectre.Console;
using SummitBot.ReaderTraining.Evaluation;

namespace SummitBot.ReaderTraining.Training;

/// <summary>A progress bar on a terminal, a line every few steps elsewhere; evaluations as lines on both.</summary>
internal sealed class TrainingDisplay(IAnsiConsole console, ProgressTask? bar) : ITrainingObserver
{
    private const int LineEvery = 20;

    private double _loss;
    private double _tokens;
    private double _seconds;

    public void StepDone(int step, int steps, double loss, int tokens, TimeSpan duration)
    {
        _loss += loss;
        _tokens += tokens;
        _seconds += duration.TotalSeconds;
        if (bar is not null)
        {
            bar.MaxValue = steps;
            bar.Value = step;
        }

        if (step % LineEvery != 0)
        {
            return;
        }

        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"step {step} of {steps}, loss {_loss / LineEvery:0.000}, {_tokens / _seconds:0} tokens/s"
        );
        (_loss, _tokens, _seconds) = (0, 0, 0);
        if (bar is null)
        {
            console.WriteLine(text);
        }
        else
        {
            bar.Description = text;
        }
    }

    public void Evaluated(int step, IReadOnlyList<ReaderScores> scores)
    {
        foreach (ReaderScores set in scores)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after step {step}: {set}"));
        }
    }
}
