using System.Globalization;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>Parses the dates of front matter and web pages. An ambiguous date is ignored.</summary>
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

    /// <summary>The day as written, ignoring time and time zone; null when the text is not a date.</summary>
    public static DateOnly? Parse(string text)
    {
        string value = WithoutWeekday(text.Trim());
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

        // The invariant culture knows only "Sep"; newspapers also write "Sept. 13".
        string plain = value
            .Replace("Sept.", "Sep", StringComparison.OrdinalIgnoreCase)
            .Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        bool isDate =
            TryParse(plain, out DateOnly date)
            || TryParse(plain.Replace(". ", " ", StringComparison.Ordinal), out date);
        return isDate ? date : null;
    }

    /// <summary>The day of <c>Tue, 12 Mar 2024 10:00:00 GMT</c>, the format of mails and feeds (RFC 5322).</summary>
    private static string WithoutWeekday(string value)
    {
        int comma = value.IndexOf(',', StringComparison.Ordinal);
        bool hasWeekday = comma is >= 3 and <= 9 && value.AsSpan(0, comma).IndexOfAnyExceptInRange('A', 'z') < 0;
        string[] parts = hasWeekday ? value[(comma + 1)..].Split(' ', 4, StringSplitOptions.RemoveEmptyEntries) : [];
        return parts.Length == 4 && parts[3].Contains(':', StringComparison.Ordinal)
            ? string.Join(' ', parts.Take(3))
            : value;
    }

    private static bool TryParse(string value, out DateOnly date) =>
        DateOnly.TryParseExact(value, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date);
}
