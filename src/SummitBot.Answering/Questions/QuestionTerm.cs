using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Questions;

/// <summary>A content word of a question.</summary>
/// <param name="Word">Its first occurrence.</param>
/// <param name="Weight">Inverse passage frequency, halved for a generic word; 0 or more.</param>
/// <param name="IsName">Capitalized, and not the first word of the question.</param>
internal sealed record QuestionTerm(Word Word, double Weight, bool IsName)
{
    /// <summary>Words that may replace it in an article.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>True when it comes from an earlier turn.</summary>
    public bool IsContext { get; init; }
}
