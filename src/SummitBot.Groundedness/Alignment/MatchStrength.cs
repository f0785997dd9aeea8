using SummitBot.Groundedness.Sources;
using SummitBot.Language.Recognition;
using SummitBot.Language.Words;

namespace SummitBot.Groundedness.Alignment;

/// <summary>Which tokens of a source may match a token of a claim, and how surely, above 0 and up to 1.</summary>
internal static class MatchStrength
{
    private const double Acronym = 0.95;
    private const double SameBeginning = 0.8;
    private const double Misspelt = 0.8;
    private const double Rounded = 0.8;
    private const int MinMisspeltLength = 6;

    /// <summary>The positions of the source that match a word of the claim, each once.</summary>
    public static List<TokenMatch> Find(IReadOnlyList<AnnotatedWord> words, int word, SourceText source, bool isEnglish)
    {
        AnnotatedWord claim = words[word];
        var found = new List<TokenMatch>();
        if (claim.IsNumber)
        {
            AddNumbers(found, claim, source);
            return found;
        }

        foreach (int place in source.FindPositions(claim.Lemma))
        {
            found.Add(new TokenMatch(place, 1));
        }

        if (claim.IsFunction)
        {
            return found;
        }

        if (isEnglish && !claim.IsName)
        {
            AddRelated(found, claim, source);
        }
        else if (isEnglish)
        {
            AddNames(found, words, word, source);
        }

        foreach (int place in source.FindPrefixPositions(claim.Lower))
        {
            AnnotatedWord token = source.Tokens[place];
            if (token.IsFunction || token.Month > 0)
            {
                continue;
            }

            if (SharedShare(claim.Lower, token.Lower) >= (claim.IsName ? 0.7 : 0.65))
            {
                Add(found, place, SameBeginning);
            }
        }

        return found;
    }

    private static void AddNumbers(List<TokenMatch> found, AnnotatedWord claim, SourceText source)
    {
        for (int i = 0; i < source.Tokens.Count; i++)
        {
            if (
                source.Tokens[i].Value is not { } value
                || (claim.Unit == "decade") != (source.Tokens[i].Unit == "decade")
            )
            {
                continue;
            }

            if (Numbers.AreEqual(claim.Value!.Value, value))
            {
                found.Add(new TokenMatch(i, 1));
            }
            else if (Numbers.IsRounded(claim, source.Tokens[i]))
            {
                found.Add(new TokenMatch(i, Rounded));
            }
        }
    }

    private static void AddRelated(List<TokenMatch> found, AnnotatedWord claim, SourceText source)
    {
        AddRelated(found, claim.Lemma, source);
        if (claim.Lower != claim.Lemma && WordTables.English.Contains(claim.Lower))
        {
            AddRelated(found, claim.Lower, source);
        }
    }

    private static void AddRelated(List<TokenMatch> found, string word, SourceText source)
    {
        foreach ((string other, double strength) in WordTables.English.Explaining(word))
        {
            foreach (int place in source.FindPositions(other))
            {
                Add(found, place, strength);
            }
        }
    }

    /// <summary>A name matches its acronym and vice versa, and a country its people; one may be misspelt.</summary>
    private static void AddNames(
        List<TokenMatch> found,
        IReadOnlyList<AnnotatedWord> words,
        int word,
        SourceText source
    )
    {
        AnnotatedWord claim = words[word];
        foreach ((string other, double strength) in WordTables.English.Explaining(claim.Lemma))
        {
            foreach (int place in source.FindPositions(other))
            {
                if (strength >= 0.9)
                {
                    Add(found, place, strength);
                }
            }
        }

        for (int i = 0; i < source.Tokens.Count; i++)
        {
            AnnotatedWord token = source.Tokens[i];
            if (!token.IsCapital || token.IsFunction)
            {
                continue;
            }

            if (Acronyms.Stands(claim, i, source.Tokens) || Acronyms.IsAcronymAround(token, word, words))
            {
                Add(found, i, Acronym);
            }
            else if (
                claim.Lower.Length >= MinMisspeltLength
                && token.Lower.Length >= MinMisspeltLength
                && DifferByOneLetter(claim.Lower, token.Lower)
            )
            {
                Add(found, i, Misspelt);
            }
        }
    }

    /// <summary>
    /// True when the words are equal or differ by one letter added, removed or changed. Runs for nearly all pairs of
    /// words, so it does not calculate their distance.
    /// </summary>
    private static bool DifferByOneLetter(string one, string other)
    {
        (string shorter, string longer) = one.Length < other.Length ? (one, other) : (other, one);
        int added = longer.Length - shorter.Length;
        int next = Math.Min(longer.AsSpan().CommonPrefixLength(shorter) + 1, longer.Length);
        return added <= 1 && longer.AsSpan(next).SequenceEqual(shorter.AsSpan(next - added));
    }

    private static void Add(List<TokenMatch> found, int place, double strength)
    {
        if (!found.Exists(m => m.Place == place))
        {
            found.Add(new TokenMatch(place, strength));
        }
    }

    private static double SharedShare(string one, string other)
    {
        int shared = one.AsSpan().CommonPrefixLength(other);
        return (double)shared / Math.Max(one.Length, other.Length);
    }
}

/// <summary>A token of a source that may match a token of a claim.</summary>
/// <param name="Place">Its index among the source's tokens.</param>
/// <param name="Strength">Above 0 and up to 1.</param>
internal readonly record struct TokenMatch(int Place, double Strength);
