using SummitBot.Core.Answers;

namespace SummitBot.Cli.Asking;

/// <summary>The result of one line of a file of questions.</summary>
/// <param name="Line">The line.</param>
/// <param name="Answer">The answer; null when the line could not be processed.</param>
/// <param name="Document">The answer or the error as JSON.</param>
/// <param name="Unexpected">The unexpected exception, if there was one.</param>
public sealed record QuestionFileAnswer(
    QuestionLine Line,
    Answer? Answer,
    AnswerDocument Document,
    Exception? Unexpected
);
