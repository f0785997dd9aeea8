using SummitBot.Core.Questions;

namespace SummitBot.Cli.Asking;

/// <summary>A line of a file of questions, read.</summary>
/// <param name="Number">1-based, blank lines counted.</param>
/// <param name="Id">The caller's id; null when there is none or it could not be read.</param>
/// <param name="Question">The question; null when the line holds none.</param>
/// <param name="Problem">Why it cannot be asked: a sentence that names the line; null when it can.</param>
public sealed record QuestionLine(int Number, string? Id, Question? Question, string? Problem)
{
    /// <summary>The question's words as far as they could be read, in a line with a problem too; else null.</summary>
    public string? Text { get; init; }

    /// <summary>Properties that nobody reads: data of the caller's own, or mistyped names.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
