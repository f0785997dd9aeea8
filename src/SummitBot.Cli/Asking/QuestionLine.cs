using SummitBot.Core.Questions;

namespace SummitBot.Cli.Asking;

/// <summary>A parsed line of a file of questions.</summary>
/// <param name="Number">1-based, blank lines counted.</param>
/// <param name="Id">The caller's id; null when there is none or it could not be read.</param>
/// <param name="Question">The question; null when the line has none.</param>
/// <param name="Problem">Why it cannot be asked: a sentence that names the line; null when it can.</param>
public sealed record QuestionLine(int Number, string? Id, Question? Question, string? Problem)
{
    /// <summary>The question's text as far as it could be read, even from an invalid line; otherwise null.</summary>
    public string? Text { get; init; }

    /// <summary>Properties that are not read: the caller's own data, or mistyped names.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
