using SummitBot.ReaderTraining.Windows;

namespace SummitBot.ReaderTraining.Training;

/// <summary>A window with the expected output.</summary>
/// <param name="Answering">Numbers of the answering sentences in the window; empty when none answers.</param>
/// <param name="AnswerTokens">The positions of the short answer's first and last token; null when it is
/// unknown.</param>
internal sealed record TrainingExample(
    ReaderWindow Window,
    IReadOnlyList<int> Answering,
    (int First, int Last)? AnswerTokens
);
