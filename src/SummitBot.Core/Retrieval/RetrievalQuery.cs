using SummitBot.Core.Access;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Retrieval;

/// <summary>What to look for.</summary>
/// <param name="Question">The question in the user's words, stand-alone.</param>
/// <param name="Language">ISO 639-1 code of the question, or unknown; chooses the analyzer.</param>
public sealed record RetrievalQuery(string Question, string Language)
{
    public const int DefaultCount = 10;

    /// <summary>What may be found.</summary>
    public AccessScope Scope { get; init; } = AccessScope.Public;

    /// <summary>How many passages at most, 1 to 1,000.</summary>
    public int Count { get; init; } = DefaultCount;

    /// <summary>Articles published after this day are left out; undated ones stay. Null leaves none out.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The question's terms in its own language where they are known already; null to find them.</summary>
    public IReadOnlyList<Term>? Terms { get; init; }

    /// <summary>Further words, from earlier turns of the conversation, that are welcome but not asked for.</summary>
    public IReadOnlyList<WeightedTerm> ContextTerms { get; init; } = [];
}

/// <summary>A word and its weight, relative to the question's own words with weight 1.</summary>
public readonly record struct WeightedTerm(string Word, double Weight);
