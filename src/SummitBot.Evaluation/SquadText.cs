using System.Text;

namespace SummitBot.Evaluation;

/// <summary>
/// Text as the evaluation of SQuAD compares it (Rajpurkar et al. 2016, <c>evaluate-v2.0.py</c>, <c>normalize_answer</c>):
/// lower case, without ASCII punctuation, without the words a, an and the, single spaces.
/// </summary>
public static class SquadText
{
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    public static string Normalize(string text) => string.Join(' ', Tokens(text));

    /// <summary>The words of the normalised text, in order.</summary>
    public static IReadOnlyList<string> Tokens(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!Punctuation.Contains(c, StringComparison.Ordinal))
            {
                kept.Append(char.ToLowerInvariant(c));
            }
        }

        string[] words = kept.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Where(w => w is not ("a" or "an" or "the"))];
    }

    /// <summary>
    /// True when the normalised text holds a normalised gold answer as a part of it. As normalising glues
    /// <c>Kim's</c> to <c>kims</c>, a gold answer may end inside a word; but a number must be the whole number: <c>5</c>
    /// is not in <c>1950</c>. A gold answer of which normalising leaves nothing is in no text.
    /// </summary>
    public static bool ContainsAny(string text, IReadOnlyList<string> golds)
    {
        string haystack = Normalize(text);
        return golds.Any(gold => Contains(haystack, Normalize(gold)));
    }

    /// <summary>True when the normalised text is a normalised gold answer: <c>exact_match</c> of the evaluation.</summary>
    public static bool EqualsAny(string text, IReadOnlyList<string> golds)
    {
        string normalized = Normalize(text);
        return golds.Any(gold => string.Equals(normalized, Normalize(gold), StringComparison.Ordinal));
    }

    private static bool Contains(string haystack, string needle)
    {
        if (needle.Length == 0)
        {
            return false;
        }

        int at = haystack.IndexOf(needle, StringComparison.Ordinal);
        while (at >= 0)
        {
            int end = at + needle.Length;
            bool cutsBefore = at > 0 && char.IsDigit(needle[0]) && char.IsDigit(haystack[at - 1]);
            bool cutsAfter = end < haystack.Length && char.IsDigit(needle[^1]) && char.IsDigit(haystack[end]);
            if (!cutsBefore && !cutsAfter)
            {
                return true;
            }

            at = haystack.IndexOf(needle, at + 1, StringComparison.Ordinal);
        }

        return false;
    }
}
