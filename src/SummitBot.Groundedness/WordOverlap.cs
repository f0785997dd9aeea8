using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness;

/// <summary>Measures how many words of one text another one has.</summary>
public static class WordOverlap
{
    /// <summary>Share of the words of <paramref name="text"/> that <paramref name="other"/> has, 0 to 1.</summary>
    public static double Share(string text, string other)
    {
        string[] words = Tokenizer.GetStems(text);
        var known = Tokenizer.GetStems(other).ToHashSet(StringComparer.Ordinal);
        return words.Length == 0 ? 0 : (double)words.Count(known.Contains) / words.Length;
    }
}
