using SummitBot.Core.Articles;

namespace SummitBot.Core.Answers;

/// <summary>The plain text of an answer.</summary>
public static class AnswerText
{
    /// <summary>The sentences in order, each followed by its marks: <c>He came by train. [1] They talked. [2]</c>.</summary>
    public static string Of(IReadOnlyList<AnswerSentence> sentences) =>
        string.Join(' ', sentences.Select(s => $"{s.Text} {string.Concat(s.Citations.Select(n => $"[{n}]"))}"));

    /// <summary>"The articles don't say", and which articles are nearest.</summary>
    public static string OfRefusal(IReadOnlyList<ArticleSummary> closest) =>
        closest.Count == 0
            ? "The articles don't say."
            : $"The articles don't say. The closest: {string.Join("; ", closest.Select(a => a.Title))}.";
}
