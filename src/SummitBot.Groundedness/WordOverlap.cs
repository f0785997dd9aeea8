using SummitBot.Groundedness.Sources;

namespace SummitBot.Groundedness;

/// <summary>How many words of one text stand in another.</summary>
public static class WordOverlap
{
    /// <summary>Share of the words of <paramref name="text"/> that <paramref name="other"/> has, 0 to 1.</summary>
    public static double Share(string text, string other)
    {
        string[] words = TextNormalizer.Split(text);
        var known = TextNormalizer.Split(other).ToHashSet(StringComparer.Ordinal);
        return words.Length == 0 ? 0 : (double)words.Count(known.Contains) / words.Length;
    }
}
