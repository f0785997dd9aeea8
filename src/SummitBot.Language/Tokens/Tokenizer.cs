using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SummitBot.Language.Tokens;

/// <summary>Splits text into words.</summary>
public static partial class Tokenizer
{
    private const char Tatweel = '\u0640';
    private const char VoicedMark = '\u3099';
    private const char SemiVoicedMark = '\u309A';

    private static readonly string[] PossessiveEndings = ["'s", "’s"];

    /// <summary>The words of a text in order; the stem of each is its form without accents and vowel signs.</summary>
    public static IReadOnlyList<Word> Tokenize(string text, WordBoundaries boundaries = WordBoundaries.AtEverySign)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<Word>();
        if (boundaries == WordBoundaries.AroundMeasures)
        {
            foreach (ValueMatch match in WordOrMeasure().EnumerateMatches(text))
            {
                Add(words, text, match.Index, match.Index + match.Length);
            }

            return words;
        }

        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isInside = i < text.Length && (IsPartOfWord(text, i) || IsJoiner(text, i, boundaries));
            bool isAlone =
                isInside && boundaries == WordBoundaries.AtEverySign && Scripts.IsUnspaced(Scripts.GetScript(text[i]));
            if (start >= 0 && (!isInside || isAlone))
            {
                Add(words, text, start, i);
                start = -1;
            }

            if (isAlone)
            {
                Add(words, text, i, i + 1);
            }
            else if (isInside && start < 0)
            {
                start = i;
            }
        }

        return words;
    }

    /// <summary>
    /// The words of a text as the index has them, with their stems. Footnote numbers (<c>[12]</c>) are skipped.
    /// </summary>
    public static IReadOnlyList<Word> Tokenize(this ITermAnalyzer analyzer, string text, string language)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        return Tokenize(analyzer.Analyze(text, language), text);
    }

    /// <summary>The words of the terms of a text, without footnote numbers.</summary>
    public static IReadOnlyList<Word> Tokenize(IReadOnlyList<Term> terms, string text) =>
        [.. terms.Where(term => !IsFootnote(term, text)).Select(term => CreateWord(term, text))];

    /// <summary>The words of a question as written, with inner hyphens and apostrophes.</summary>
    public static IReadOnlyList<string> SplitQuestion(string text) =>
        [.. Tokenize(text, WordBoundaries.BetweenCompounds).Select(w => w.Text)];

    /// <summary>The stems of <see cref="Tokenize(string, WordBoundaries)"/>.</summary>
    public static string[] GetStems(string text) => [.. Tokenize(text).Select(w => w.Stem)];

    /// <summary>The word in lower case without accents, vowel signs and typographic quotes.</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word.ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length);
        foreach (char c in word.Any(char.IsSurrogate) ? word : word.Normalize(NormalizationForm.FormKD))
        {
            bool isDropped = c == Tatweel || (IsMark(c) && c is not (VoicedMark or SemiVoicedMark));
            if (!isDropped)
            {
                folded.Append(c == '’' ? '\'' : char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    private static void Add(List<Word> words, string text, int start, int end)
    {
        string written = text[start..end];
        string form = written.ToLowerInvariant();
        string stem = Ascii.IsValid(written) ? form : Fold(written).Replace('ى', 'ي').Replace('ة', 'ه');
        if (stem.Length > 0)
        {
            words.Add(new Word(written, form, stem, start, end));
        }
    }

    private static bool IsPartOfWord(string text, int i)
    {
        bool isSecondHalf = char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]);
        return char.IsLetterOrDigit(text, isSecondHalf ? i - 1 : i)
            || IsMark(text[i])
            || char.GetUnicodeCategory(text[i]) is UnicodeCategory.SpacingCombiningMark;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static bool IsJoiner(string text, int i, WordBoundaries boundaries) =>
        boundaries == WordBoundaries.BetweenCompounds
        && text[i] is '-' or '\'' or '’'
        && i > 0
        && i + 1 < text.Length
        && char.IsLetterOrDigit(text[i - 1])
        && char.IsLetterOrDigit(text[i + 1]);

    private static Word CreateWord(Term term, string text)
    {
        string written = WithoutPossessive(text[term.Start..term.End]);
        return new Word(written, written.ToLowerInvariant(), term.Stem, term.Start, term.End);
    }

    private static bool IsFootnote(Term term, string text) =>
        term.Start > 0
        && term.End < text.Length
        && text[term.Start - 1] == '['
        && text[term.End] == ']'
        && !text.AsSpan(term.Start, term.End - term.Start).ContainsAnyExceptInRange('0', '9');

    private static string WithoutPossessive(string word)
    {
        foreach (string ending in PossessiveEndings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    [GeneratedRegex(
        @"(?:\p{Lu}\.){2,}|(?:US\$|\p{Sc}\s?)?\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d+)?(?:\s?%|\s?\p{Sc}|(?:st|nd|rd|th|s|k|m|bn|km|kg|mph|ft|mm|cm)\b)?"
            + @"|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex WordOrMeasure();
}

/// <summary>Where <see cref="Tokenizer"/> ends a word.</summary>
public enum WordBoundaries
{
    /// <summary>
    /// At everything but letters, digits and their marks; in scripts that do not always separate words by spaces (Han,
    /// kana, Hangul, Thai and its neighbors), after each character.
    /// </summary>
    AtEverySign,

    /// <summary>Like that, but <c>U-turn</c>, <c>don't</c> and what scripts without spaces write together are one word.</summary>
    BetweenCompounds,

    /// <summary>
    /// A number with its signs and units is one word (<c>$1,500</c>, <c>30%</c>, <c>5km</c>), and so are <c>U.S.</c>
    /// and <c>Kim's</c>; a hyphenated word is several.
    /// </summary>
    AroundMeasures,
}
