namespace SummitBot.Groundedness.Alignment;

/// <summary>Typing errors.</summary>
internal static class EditDistance
{
    /// <summary>True when the words are equal or differ by one letter added, removed or changed.</summary>
    public static bool IsAtMostOne(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        int start = one.AsSpan().CommonPrefixLength(other);
        ReadOnlySpan<char> first = one.AsSpan(start);
        ReadOnlySpan<char> second = other.AsSpan(start);
        if (first.Length == second.Length)
        {
            return first.Length <= 1 || first[1..].SequenceEqual(second[1..]);
        }

        return first.Length > second.Length ? first[1..].SequenceEqual(second) : second[1..].SequenceEqual(first);
    }
}
