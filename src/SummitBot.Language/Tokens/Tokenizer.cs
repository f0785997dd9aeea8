using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SummitBot.Language.Words;

namespace SummitBot.Language.Tokens;

/// <summary>
/// Cuts a sentence into words and numbers: <c>U.S.</c> is one word, a hyphenated word is several, a possessive ending is
/// taken off, <c>isn't</c> is two words, and <c>two million</c> is one number. Names are told by capitals.
/// </summary>
public static partial class Tokenizer
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",;()[]:—–\"“”");

    /// <summary>What comes after one of these begins anew, perhaps with a capital: a colon, a dash, a bullet.</summary>
    private static readonly SearchValues<char> Openings = SearchValues.Create(":—–•");

    public static IReadOnlyList<Token> Tokenize(string sentence, string language)
    {
        bool isEnglish = language is LanguageCodes.English or LanguageCodes.Unknown;
        string text = isEnglish ? JoinContractions(sentence) : sentence;
        var tokens = new List<Token>();
        int end = 0;
        foreach (ValueMatch match in Piece().EnumerateMatches(text))
        {
            ReadOnlySpan<char> between = text.AsSpan(end, match.Index - end);
            bool followsBreak = between.ContainsAny(Breaks);
            bool opens = tokens.Count == 0 || between.ContainsAny(Openings) || between.SequenceEqual(" - ");
            end = match.Index + match.Length;
            Token token = CreateToken(text.Substring(match.Index, match.Length), isEnglish, language);
            tokens.Add(token with { FollowsBreak = followsBreak, OpensSentence = opens });
        }

        return Names.Mark(NumberPhrases.Join(tokens, isEnglish), isEnglish);
    }

    /// <summary>The word in lower case without accents and typographic quotes.</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word.ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length);
        foreach (char c in word.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c == '’' ? '\'' : char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    private static Token CreateToken(string piece, bool isEnglish, string language)
    {
        if (char.IsDigit(piece[0]) || char.GetUnicodeCategory(piece[0]) == UnicodeCategory.CurrencySymbol)
        {
            return NumberPhrases.ParseDigits(piece, isEnglish);
        }

        string lower = Fold(piece);
        lower = lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower.TrimEnd('\'');
        lower = lower.Contains('.', StringComparison.Ordinal)
            ? lower.Replace(".", "", StringComparison.Ordinal)
            : lower;
        bool isCapital = char.IsUpper(piece[0]);
        if (!isEnglish)
        {
            return new Token(piece, lower, lower)
            {
                IsCapital = isCapital,
                IsFunction = LanguageProfiles.For(language).StopWords.Contains(lower),
            };
        }

        bool isDotted = piece.Contains('.', StringComparison.Ordinal);
        return new Token(piece, lower, isDotted ? lower : WordTables.English.GetLemma(lower))
        {
            IsCapital = isCapital,
            IsFunction = !isDotted && WordClasses.IsFunction(lower) && !(piece is "US" or "IT" or "WHO"),
        };
    }

    private static string JoinContractions(string text) =>
        text.Contains("n't", StringComparison.OrdinalIgnoreCase)
        || text.Contains("n’t", StringComparison.OrdinalIgnoreCase)
        || text.Contains("cannot", StringComparison.OrdinalIgnoreCase)
            ? Contraction().Replace(text, m => m.Value[0] is 'c' or 'C' ? "can not" : " not")
            : text;

    [GeneratedRegex(@"n['’]t\b|\bcannot\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Contraction();

    [GeneratedRegex(
        @"(?:\p{Lu}\.){2,}|(?:US\$|\p{Sc}\s?)?\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d+)?(?:\s?%|\s?\p{Sc}|(?:st|nd|rd|th|s|k|m|bn|km|kg|mph|ft|mm|cm)\b)?"
            + @"|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Piece();
}
