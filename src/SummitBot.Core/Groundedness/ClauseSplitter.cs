using System.Text.RegularExpressions;

namespace SummitBot.Core.Groundedness;

/// <summary>Cuts a sentence at <c>;</c> and at <c>, and</c>, <c>, but</c>, <c>, while</c>.</summary>
internal static partial class ClauseSplitter
{
    private const int FewestWords = 4;

    /// <summary>The clauses, at least four words each; the sentence alone when it cannot be cut so.</summary>
    public static IReadOnlyList<string> Split(string sentence)
    {
        string[] clauses = Joint().Split(sentence);
        return clauses.Length > 1 && Array.TrueForAll(clauses, c => PlainWords.Split(c).Length >= FewestWords)
            ? clauses
            : [sentence];
    }

    [GeneratedRegex(@";\s+|,\s+(?:and|but|while)\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Joint();
}
