using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Alignment;

/// <summary>Acronyms of capitalized words; small words between those are skipped.</summary>
internal static class Acronyms
{
    private const int MaxLength = 6;

    /// <summary>
    /// True when a word is the acronym of consecutive words that start at a position: <c>US</c> of <c>United
    /// States</c>.
    /// </summary>
    public static bool Stands(AnnotatedWord acronym, int place, IReadOnlyList<AnnotatedWord> words) =>
        EndOfRun(acronym, place, words) is not null;

    /// <summary>True when a word is the acronym of consecutive words that include the given one.</summary>
    public static bool IsAcronymAround(AnnotatedWord acronym, int part, IReadOnlyList<AnnotatedWord> words)
    {
        for (int start = part; start >= Math.Max(0, part - (2 * MaxLength)); start--)
        {
            if (EndOfRun(acronym, start, words) > part)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One past the last word that the acronym stands for; null when it stands for none there.</summary>
    private static int? EndOfRun(AnnotatedWord acronym, int place, IReadOnlyList<AnnotatedWord> words)
    {
        if (!IsAcronym(acronym) || words[place].Lower[0] != acronym.Lower[0])
        {
            return null;
        }

        int letter = 0;
        int i = place;
        for (; i < words.Count && letter < acronym.Lower.Length && i - place < 2 * MaxLength; i++)
        {
            if (words[i].Lower[0] == acronym.Lower[letter] && words[i].IsCapital)
            {
                letter++;
            }
            else if (!words[i].IsFunction)
            {
                return null;
            }
        }

        return letter == acronym.Lower.Length ? i : null;
    }

    private static bool IsAcronym(AnnotatedWord token) =>
        token.Lower.Length is >= 2 and <= MaxLength
        && token.Text.Where(char.IsLetter).All(char.IsUpper)
        && token.Lower.All(char.IsLetter);
}
