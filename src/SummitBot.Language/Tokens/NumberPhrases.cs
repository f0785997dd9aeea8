using System.Globalization;

namespace SummitBot.Language.Tokens;

/// <summary>
/// Combines a number phrase into one token: <c>$1.5 million</c>, <c>twenty-five</c>, <c>the 1990s</c>, <c>3rd</c>.
/// </summary>
internal static class NumberPhrases
{
    /// <summary>The token of digits with attached signs and letters.</summary>
    public static AnnotatedWord ParseDigits(string piece, bool isEnglish)
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
    public static List<AnnotatedWord> Join(List<AnnotatedWord> tokens, bool isEnglish)
    {
        var joined = new List<AnnotatedWord>(tokens.Count);
        for (int i = 0; i < tokens.Count; i++)
        {
            AnnotatedWord token = isEnglish && tokens[i].Value is null ? ParseWord(tokens[i]) : tokens[i];
            if (token.Value is null)
            {
                joined.Add(WithMonth(token));
                continue;
            }

            while (isEnglish && i + 1 < tokens.Count && Extend(token, tokens, ref i) is { } longer)
            {
                token = longer;
            }

            joined.Add(i + 1 < tokens.Count ? WithUnit(token, tokens[i + 1]) : token);
        }

        return joined;
    }

    private static AnnotatedWord ParseWord(AnnotatedWord token)
    {
        double? value = Numerals.WordValue(token.Lower) ?? Numerals.OrdinalValue(token.Lower);
        bool isPronoun = token.Lower == "one";
        return value is null || isPronoun
            ? token
            : NumberToken(token.Text, value, null) with
            {
                IsSmallCount = value is >= 2 and <= 5,
                IsCapital = token.IsCapital,
                OpensSentence = token.OpensSentence,
                FollowsBreak = token.FollowsBreak,
            };
    }

    /// <summary>
    /// The number combined with the next word, if that continues it: <c>two | million</c>, <c>twenty | five</c>.
    /// </summary>
    private static AnnotatedWord? Extend(AnnotatedWord number, List<AnnotatedWord> tokens, ref int at)
    {
        AnnotatedWord next = tokens[at + 1];
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

    private static AnnotatedWord WithMonth(AnnotatedWord token)
    {
        if (!token.IsCapital)
        {
            return token;
        }

        string[] months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        for (int month = 0; month < 12; month++)
        {
            bool isShort =
                token.Lower.Length is 3 or 4
                && months[month].StartsWith(token.Text.TrimEnd('.'), StringComparison.Ordinal);
            if (isShort || string.Equals(months[month], token.Text, StringComparison.Ordinal))
            {
                return token with { Month = month + 1, Lemma = months[month].ToLowerInvariant(), IsFunction = false };
            }
        }

        return token;
    }

    private static AnnotatedWord NumberToken(string text, double? value, string? unit)
    {
        string key = value is null ? text.ToLowerInvariant() : value.Value.ToString("R", CultureInfo.InvariantCulture);
        return new AnnotatedWord(text, key, key) { Value = value, Unit = unit };
    }
}
