namespace SummitBot.Evaluation;

/// <summary>
/// A data set, a report or a limit cannot be used. The message is for the person who runs the evaluation: one sentence
/// for each problem, with file and line where there is one.
/// </summary>
public sealed class EvaluationDataException(string message) : Exception(message);
