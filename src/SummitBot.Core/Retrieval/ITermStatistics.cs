using SummitBot.Core.Access;

namespace SummitBot.Core.Retrieval;

/// <summary>
/// How common a term is in the articles that the scope allows: the others count for nothing. Thread-safe; follows the
/// index's newest commit.
/// </summary>
public interface ITermStatistics
{
    /// <summary>Passages of a language in the index.</summary>
    int PassageCount(string language, AccessScope scope);

    /// <summary>Passages of a language that hold the stem; 0 when none does.</summary>
    int PassageFrequency(string stem, string language, AccessScope scope);

    /// <summary>
    /// The indexed stem that an unknown one probably misspells; null when the stem is known or nothing is near.
    /// </summary>
    string? NearestStem(string stem, string language, AccessScope scope);
}
