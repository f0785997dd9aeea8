using SummitBot.Core.Access;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Questions;

/// <summary>A question that stands alone.</summary>
/// <param name="Asked">The user's words.</param>
/// <param name="Text">The words to search and answer by; equal to <paramref name="Asked"/> unless it was a follow-up.</param>
/// <param name="Language">ISO 639-1 code of the question.</param>
/// <param name="ContextTerms">Words of earlier turns that help the search.</param>
public sealed record ResolvedQuestion(
    string Asked,
    string Text,
    string Language,
    IReadOnlyList<WeightedTerm> ContextTerms
)
{
    /// <summary>What the asker may see.</summary>
    public AccessScope Scope { get; init; } = AccessScope.Public;

    /// <summary>
    /// The last answer, when its sentences do not answer this question: when the question repeats the previous one with
    /// another phrase that they do not name, or when <see cref="ExcludesAnswered"/>. Null for any other question.
    /// </summary>
    public string? AlreadyAnswered { get; init; }

    /// <summary>
    /// True when the user doubts the last answer or asks for its reason, so that <see cref="AlreadyAnswered"/> does not
    /// answer again.
    /// </summary>
    public bool ExcludesAnswered { get; init; }

    /// <summary>True when the user only doubts the last answer: "No, that is wrong".</summary>
    public bool IsDoubt { get; init; }

    /// <summary>Two names that the question may refer to equally well; otherwise empty.</summary>
    public IReadOnlyList<string> Readings { get; init; } = [];
}
