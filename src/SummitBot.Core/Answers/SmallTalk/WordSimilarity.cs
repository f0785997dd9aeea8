namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Compares two folded words: they may be the same word, misspelt or with another ending.</summary>
internal static class WordSimilarity
{
    /// <summary>Shorter words are too similar to each other to ignore a letter.</summary>
    private const int MinLetters = 5;

    /// <summary>Maximum number of letters that an ending may add.</summary>
    private const int MaxEndingLength = 3;

    public static bool IsSimilar(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
        {
            return true;
        }

        (string shorter, string longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length < MinLetters || shorter.Any(char.IsDigit) || longer.Any(char.IsDigit))
        {
            return false;
        }

        int same = shorter.AsSpan().CommonPrefixLength(longer);
        return same >= MinLetters && longer.Length - same <= MaxEndingLength
            || IsOneLetterOff(shorter.AsSpan(same), longer.AsSpan(same));
    }

    /// <summary>True for one letter missing, added, replaced, or swapped with its neighbour.</summary>
    private static bool IsOneLetterOff(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer) =>
        (longer.Length - shorter.Length) switch
        {
            0 => shorter[1..].SequenceEqual(longer[1..])
                || (
                    shorter.Length > 1
                    && shorter[0] == longer[1]
                    && shorter[1] == longer[0]
                    && shorter[2..].SequenceEqual(longer[2..])
                ),
            1 => shorter.SequenceEqual(longer[1..]),
            _ => false,
        };
}
