using SummitBot.Core.Answers;

namespace SummitBot.Cli.Asking;

/// <summary>What became of one line of a file of questions.</summary>
/// <param name="Line">The line.</param>
/// <param name="Answer">The answer; null when the line could not be worked on.</param>
/// <param name="Document">The answer or the error as JSON.</param>
/// <param name="Unexpected">What nobody foresaw, if that was the reason.</param>
public sealed record QuestionFileAnswer(
    QuestionLine Line,
    Answer? Answer,
    AnswerDocument Document,
    Exception? Unexpected
);
