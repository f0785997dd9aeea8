namespace SummitBot.Core.Answers;

/// <summary>
/// A short answer as JSON. <c>text</c> equals the article's plain text from <c>start</c> to <c>end</c> in UTF-16 units,
/// always, and lies inside the quote of the citation.
/// </summary>
/// <param name="Citation">Number of the citation whose quote holds it.</param>
public sealed record ShortAnswerDocument(string Text, int Citation, int Start, int End)
{
    public static ShortAnswerDocument From(ShortAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new ShortAnswerDocument(answer.Text, answer.Citation, answer.Range.Start, answer.Range.End);
    }
}
