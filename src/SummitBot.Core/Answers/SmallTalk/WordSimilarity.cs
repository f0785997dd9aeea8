namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Tells whether two folded words may be the same one, misspelt or with another ending.</summary>
internal static class WordSimilarity
{
    /// <summary>Shorter words differ by too little for a letter not to matter.</summary>
    private const int MinLetters = 5;

    /// <summary>Letters that an ending may add.</summary>
    private const int LongestEnding = 3;

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
        return same >= MinLetters && longer.Length - same <= LongestEnding
            || IsOneLetterOff(shorter.AsSpan(same), longer.AsSpan(same));
    }

    /// <summary>One letter left out, put in, replaced, or changed places with its neighbour.</summary>
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
