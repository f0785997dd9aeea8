using SummitBot.Core.Answers;

namespace SummitBot.Web.Asking;

/// <summary>The log messages of the endpoints that answer questions.</summary>
internal static partial class AskLog
{
    public static void Answer(ILogger logger, Answer answer) =>
        Answer(logger, answer.Outcome, answer.Citations.Count, answer.Elapsed.TotalMilliseconds);

    [LoggerMessage(Level = LogLevel.Trace, Message = "Asked: {Question}")]
    public static partial void Question(ILogger logger, string question);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Outcome} with {Citations} citations in {Milliseconds:0.0} ms"
    )]
    private static partial void Answer(ILogger logger, AnswerOutcome outcome, int citations, double milliseconds);
}
