using System.Globalization;
using SummitBot.Language.Tokens;

namespace SummitBot.Language.Recognition;

/// <summary>A number in digits with its unit, as written: <c>2.4 million euros</c>, <c>$12</c>, <c>1.130 Einwohner</c>.</summary>
/// <param name="Value">The number before the unit.</param>
/// <param name="Sign">A currency sign before it; empty when there is none.</param>
/// <param name="Unit">What follows the number: scale, unit, or what is counted; may be empty.</param>
/// <param name="Language">ISO 639-1 code of the text.</param>
public sealed record Quantity(decimal Value, string Sign, string Unit, string Language)
{
    private const string CurrencySigns = "$€£¥₽₩₹";
    private const int GroupLength = 3;

    /// <summary>Languages that write a point before decimals.</summary>
    private static readonly string[] DecimalPoint = ["en", "zh", "ja", "ko", "th", "hi"];

    /// <summary>Reads a text that is nothing but a quantity.</summary>
    /// <param name="language">ISO 639-1 code; tells whether a point or a comma stands before decimals.</param>
    public static Quantity? Parse(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        string sign =
            trimmed.Length > 0 && CurrencySigns.Contains(trimmed[0], StringComparison.Ordinal) ? trimmed[..1] : "";
        int start = sign.Length;
        int end = start;
        while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || IsSeparator(trimmed, end)))
        {
            end++;
        }

        return ParseNumber(trimmed[start..end], language) is { } value
            ? new Quantity(value, sign, trimmed[end..].Trim(), language)
            : null;
    }

    /// <summary>True when both count or measure the same, in the same scale.</summary>
    public bool IsComparable(Quantity other)
    {
        ArgumentNullException.ThrowIfNull(other);
        string[] words = Unit.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] others = other.Unit.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Sign == other.Sign
            && words.Length == others.Length
            && words.Zip(others).All(pair => Begin(pair.First) == Begin(pair.Second));
    }

    /// <summary>The difference of two comparable quantities, written like the larger one.</summary>
    public string Minus(Quantity smaller)
    {
        ArgumentNullException.ThrowIfNull(smaller);
        string number = (Value - smaller.Value).ToString("#,0.######", CultureInfo.GetCultureInfo(Language));
        return $"{Sign}{number}{(Unit is "" or "%" ? "" : " ")}{Unit}";
    }

    private static string Begin(string word) =>
        (word.Length > Word.PrefixLength ? word[..Word.PrefixLength] : word.TrimEnd('s')).ToUpperInvariant();

    /// <summary>A separator is inside a number: digits on both sides.</summary>
    private static bool IsSeparator(string text, int at) =>
        text[at] is '.' or ',' or '\u00A0' or '\u202F'
        && at > 0
        && at + 1 < text.Length
        && char.IsAsciiDigit(text[at - 1])
        && char.IsAsciiDigit(text[at + 1]);

    private static decimal? ParseNumber(string digits, string language)
    {
        char decimalSeparator = Array.IndexOf(DecimalPoint, language) >= 0 ? '.' : ',';
        string[] parts = digits.Split('.', ',', '\u00A0', '\u202F');
        int last = digits.LastIndexOfAny(['.', ',', '\u00A0', '\u202F']);
        bool isDecimal = last >= 0 && (digits[last] == decimalSeparator || parts[^1].Length != GroupLength);
        string whole = string.Concat(isDecimal ? parts[..^1] : parts);
        bool isGrouped = parts.Skip(1).Take(parts.Length - (isDecimal ? 2 : 1)).All(p => p.Length == GroupLength);
        return
            isGrouped
            && decimal.TryParse(
                isDecimal ? $"{whole}.{parts[^1]}" : whole,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal value
            )
            ? value
            : null;
    }
}
