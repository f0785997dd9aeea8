using SummitBot.Language.Tokens;

namespace SummitBot.Core.Questions;

/// <summary>A content word of a question.</summary>
/// <param name="Word">Its first occurrence.</param>
/// <param name="Weight">Inverse passage frequency, halved for a generic word; 0 and up.</param>
/// <param name="IsName">Written with a capital though not the question's first word.</param>
public sealed record QuestionTerm(Word Word, double Weight, bool IsName)
{
    /// <summary>Words that may replace it in an article.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>True when it comes from an earlier turn.</summary>
    public bool IsContext { get; init; }
}
