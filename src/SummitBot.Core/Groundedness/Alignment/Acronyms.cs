using SummitBot.Core.Groundedness.Tokens;

namespace SummitBot.Core.Groundedness.Alignment;

/// <summary>Acronyms of capitalised words; small words between those are passed over.</summary>
internal static class Acronyms
{
    private const int Longest = 6;

    /// <summary>True when the claim's word is the acronym of a run that the token is part of, or the token the acronym of
    /// a name that the claim's word could be part of.</summary>
    public static bool Stands(Token claim, int place, IReadOnlyList<Token> source)
    {
        bool isAcronym = IsAcronym(claim);
        if (!isAcronym || char.ToLowerInvariant(source[place].Lower[0]) != claim.Lower[0])
        {
            return false;
        }

        int letter = 0;
        for (int i = place; i < source.Count && letter < claim.Lower.Length && i - place < 2 * Longest; i++)
        {
            if (source[i].Lower[0] == claim.Lower[letter] && source[i].IsCapital)
            {
                letter++;
            }
            else if (!source[i].IsFunction)
            {
                return false;
            }
        }

        return letter == claim.Lower.Length;
    }

    private static bool IsAcronym(Token token) =>
        token.Lower.Length is >= 2 and <= Longest
        && token.Text.Where(char.IsLetter).All(char.IsUpper)
        && token.Lower.All(char.IsLetter);
}
