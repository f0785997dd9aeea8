using System.Globalization;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>The dates that front matter and web pages give. A date that could be read in two ways is none.</summary>
internal static class PublishedDate
{
    private static readonly string[] Formats =
    [
        "yyyy-M-d",
        "yyyy/M/d",
        "yyyy.M.d",
        "yyyyMMdd",
        "d.M.yyyy",
        "d MMMM yyyy",
        "d MMM yyyy",
        "MMMM d, yyyy",
        "MMM d, yyyy",
        "MMMM d yyyy",
        "MMM d yyyy",
    ];

    /// <summary>The day as it is written, whatever time and time zone follow it; null when the text is no date.</summary>
    public static DateOnly? Parse(string text)
    {
        string value = text.Trim();
        if (value.Length > 10 && value[10] is 'T' or 't' or ' ' && char.IsAsciiDigit(value[9]))
        {
            bool isTime = DateTimeOffset.TryParse(
                value,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out _
            );
            value = isTime ? value[..10] : value;
        }

        // The invariant culture knows "Sep" alone, newspapers write "Sept. 13" as well.
        string plain = value
            .Replace("Sept.", "Sep", StringComparison.OrdinalIgnoreCase)
            .Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        bool isDate =
            TryParse(plain, out DateOnly date)
            || TryParse(plain.Replace(". ", " ", StringComparison.Ordinal), out date);
        return isDate ? date : null;
    }

    private static bool TryParse(string value, out DateOnly date) =>
        DateOnly.TryParseExact(value, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date);
}
