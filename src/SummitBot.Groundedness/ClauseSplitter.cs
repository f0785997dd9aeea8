using System.Text.RegularExpressions;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness;

/// <summary>Splits a sentence at <c>;</c> and at <c>, and</c>, <c>, but</c>, <c>, while</c>.</summary>
internal static partial class ClauseSplitter
{
    private const int MinWords = 4;

    /// <summary>
    /// The clauses, at least four words each and all different; the sentence alone when it cannot be split this way.
    /// </summary>
    public static IReadOnlyList<string> Split(string sentence)
    {
        string[] clauses = Joint().Split(sentence);
        var known = new HashSet<string>(StringComparer.Ordinal);
        return
            clauses.Length > 1 && Array.TrueForAll(clauses, c => HasWords(c) && known.Add(TextNormalizer.Normalize(c)))
            ? clauses
            : [sentence];
    }

    private static bool HasWords(string clause) => Tokenizer.Tokenize(clause).Count >= MinWords;

    [GeneratedRegex(@";\s+|,\s+(?:and|but|while)\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Joint();
}
