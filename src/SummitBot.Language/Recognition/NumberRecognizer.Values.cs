using System.Globalization;

namespace SummitBot.Language.Recognition;

public static partial class NumberRecognizer
{
    /// <summary>The value of a number in digits, by the rules of the language; null for anything else.</summary>
    public static double? GetValue(string digits, LanguageProfile profile)
    {
        ArgumentNullException.ThrowIfNull(digits);
        ArgumentNullException.ThrowIfNull(profile);
        return digits.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ','))
            ? null
            : Numerals.DigitsValue(digits, profile.Language == LanguageCodes.English);
    }

    /// <summary>The word of digits with attached signs and letters.</summary>
    internal static AnnotatedWord ParseDigits(string piece, bool isEnglish)
    {
        string folded = piece.ToLowerInvariant();
        int first = folded.AsSpan().IndexOfAnyInRange('0', '9');
        if (first < 0)
        {
            return new AnnotatedWord(piece, folded, folded);
        }

        int last = folded.AsSpan().LastIndexOfAnyInRange('0', '9');
        string suffix = folded[(last + 1)..].Trim();
        double? value = Numerals.DigitsValue(folded[first..(last + 1)], isEnglish);
        value *= Numerals.Magnitude(suffix) ?? 1;
        string? unit = suffix switch
        {
            "%" => "%",
            "s" => "decade",
            "" or "st" or "nd" or "rd" or "th" => null,
            _ => Numerals.GetUnit(suffix),
        };
        string sign = folded[..first].Trim();
        if (sign.Length > 0 || suffix is "$" or "€" or "£" or "¥")
        {
            unit = sign.Length > 0 ? sign[^1..] : suffix;
        }

        return NumberToken(piece, value, unit);
    }

    /// <summary>Joins number words with each other and with magnitudes, and sets each number's unit.</summary>
    internal static List<AnnotatedWord> Join(List<AnnotatedWord> words, bool isEnglish)
    {
        var joined = new List<AnnotatedWord>(words.Count);
        for (int i = 0; i < words.Count; i++)
        {
            AnnotatedWord word = isEnglish && words[i].Value is null ? ParseWord(words[i]) : words[i];
            if (word.Value is null)
            {
                joined.Add(word);
                continue;
            }

            while (isEnglish && i + 1 < words.Count && Extend(word, words, ref i) is { } longer)
            {
                word = longer;
            }

            joined.Add(i + 1 < words.Count ? WithUnit(word, words[i + 1]) : word);
        }

        return joined;
    }

    private static AnnotatedWord ParseWord(AnnotatedWord word)
    {
        double? value = Numerals.WordValue(word.Lower) ?? Numerals.OrdinalValue(word.Lower);
        bool isPronoun = word.Lower == "one";
        return value is null || isPronoun
            ? word
            : NumberToken(word.Text, value, null) with
            {
                IsSmallCount = value is >= 2 and <= 5,
                IsCapital = word.IsCapital,
                OpensSentence = word.OpensSentence,
                FollowsBreak = word.FollowsBreak,
            };
    }

    /// <summary>
    /// The number combined with the next word, if that continues it: <c>two | million</c>, <c>twenty | five</c>.
    /// </summary>
    private static AnnotatedWord? Extend(AnnotatedWord number, List<AnnotatedWord> words, ref int at)
    {
        AnnotatedWord next = words[at + 1];
        if (Numerals.Magnitude(next.Lower) is { } magnitude)
        {
            at++;
            return NumberToken($"{number.Text} {next.Text}", number.Value * magnitude, number.Unit) with
            {
                OpensSentence = number.OpensSentence,
            };
        }

        bool isTens = number.Value is >= 20 and < 100 && number.Value % 10 == 0 && char.IsLetter(number.Text[0]);
        if (isTens && !next.FollowsBreak && Numerals.WordValue(next.Lower) is > 0 and < 10 and { } ones)
        {
            at++;
            return NumberToken($"{number.Text} {next.Text}", number.Value + ones, number.Unit);
        }

        return null;
    }

    private static AnnotatedWord WithUnit(AnnotatedWord number, AnnotatedWord next)
    {
        if (number.Unit is not null)
        {
            return number;
        }

        string word = next.Lower == "per" ? "per cent" : next.Lower;
        return next.FollowsBreak ? number : number with { Unit = Numerals.GetUnit(word) };
    }

    private static AnnotatedWord NumberToken(string text, double? value, string? unit)
    {
        string key = value is null ? text.ToLowerInvariant() : value.Value.ToString("R", CultureInfo.InvariantCulture);
        return new AnnotatedWord(text, key, key) { Value = value, Unit = unit };
    }
}
