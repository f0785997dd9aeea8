namespace SummitBot.Language.Words;

/// <summary>Base forms of English words: irregular forms by a table, others by taking endings off.</summary>
internal sealed class Lemmatizer(IrregularForms irregular, Func<string, bool> isKnown)
{
    private static readonly (string Ending, string[] Instead)[] Endings =
    [
        ("ies", ["y", "ie"]),
        ("ied", ["y", "ie"]),
        ("ying", ["y", "ie"]),
        ("sses", ["ss"]),
        ("es", ["e", ""]),
        ("s", [""]),
        ("ed", ["e", ""]),
        ("ing", ["", "e"]),
        ("ier", ["y"]),
        ("iest", ["y"]),
        ("er", ["", "e"]),
        ("est", ["", "e"]),
    ];

    /// <summary>The base form; the word itself when nothing is known of it.</summary>
    public string GetLemma(string word)
    {
        if (irregular.GetBase(word) is { } found)
        {
            return found;
        }

        if (word.Length <= 3)
        {
            return word;
        }

        bool isBase = isKnown(word);
        foreach ((string ending, string[] instead) in Endings)
        {
            bool isComparison = ending[^1] is 'r' or 't';
            if (
                (isBase && (isComparison || ending is "s" && word.EndsWith("ss", StringComparison.Ordinal)))
                || !word.EndsWith(ending, StringComparison.Ordinal)
            )
            {
                continue;
            }

            if (BaseWithout(word, ending, instead) is { } lemma)
            {
                return lemma;
            }
        }

        return isBase ? word : RemoveSuffix(word);
    }

    private string? BaseWithout(string word, string ending, string[] instead)
    {
        string stem = word[..^ending.Length];
        if (stem.Length < 2)
        {
            return null;
        }

        bool isDoubled = stem.Length > 2 && stem[^1] == stem[^2] && ending is "ed" or "ing" or "er" or "est";
        if (isDoubled && isKnown(stem[..^1]))
        {
            return stem[..^1];
        }

        foreach (string end in instead)
        {
            if (isKnown(stem + end))
            {
                return stem + end;
            }
        }

        return null;
    }

    /// <summary>Endings that are safe to take from an unknown word.</summary>
    private static string RemoveSuffix(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }

        bool isPlural = word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i');
        return isPlural ? word[..^1] : word;
    }
}
