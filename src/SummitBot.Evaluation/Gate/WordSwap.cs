using System.Text.RegularExpressions;
using SummitBot.Language.Recognition;
using SummitBot.Language.Words;

namespace SummitBot.Evaluation.Gate;

/// <summary>Replaces one ordinary word of a sentence by another in the same form.</summary>
internal static partial class WordSwap
{
    /// <summary>The changed sentence; null when no word has a replacement.</summary>
    /// <param name="replacements">The possible replacements for a base form.</param>
    public static string? Replace(ClaimSample sample, string text, Func<string, IEnumerable<string>> replacements)
    {
        var candidates = new List<(Match Word, string Other)>();
        foreach (Match word in Word().Matches(text))
        {
            string lemma = WordTables.English.GetLemma(word.Value);
            bool isQuoted = text.AsSpan(0, word.Index).Count('"') % 2 == 1;
            if (
                isQuoted
                || !sample.Text.Contains(word.Value, StringComparison.Ordinal)
                || WordClasses.IsFunction(word.Value)
                || WordClasses.IsLight(lemma)
                || Numerals.WordValue(word.Value) is not null
            )
            {
                continue;
            }

            string[] others = [.. replacements(lemma).Where(o => o != lemma && o != word.Value && !IsNumber(o))];
            if (sample.Pick(others) is { } other && Inflect(word.Value, lemma, other) is { } formed)
            {
                candidates.Add((word, formed));
            }
        }

        return candidates.Count == 0 ? null : Swap(text, sample.Pick(candidates));
    }

    /// <summary>A word with the ending of another; null when that other is irregular.</summary>
    public static string? Inflect(string word, string lemma, string other) =>
        word switch
        {
            _ when word == lemma => other,
            _ when word.EndsWith("ing", StringComparison.Ordinal) => other.TrimEnd('e') + "ing",
            _ when word.EndsWith("ed", StringComparison.Ordinal) => other.EndsWith('e') ? other + "d" : other + "ed",
            _ when word.EndsWith('s') && other[^1] is not ('s' or 'y' or 'h') => other + "s",
            _ => null,
        };

    private static bool IsNumber(string word) =>
        Numerals.WordValue(word) is not null || Numerals.Magnitude(word) is not null;

    public static string Swap(string text, (Match Word, string Other) swap) =>
        text.Remove(swap.Word.Index, swap.Word.Length).Insert(swap.Word.Index, swap.Other);

    /// <summary>Lower-case words, which excludes names.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d'’-])\p{Ll}{4,}(?![\p{L}\d'’-])", RegexOptions.None, 1_000)]
    private static partial Regex Word();
}
