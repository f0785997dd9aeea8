using System.Globalization;

namespace SummitBot.Language.Dates;

/// <summary>Parses the day of a question, in the format that people and programs write.</summary>
public static class AsOfDate
{
    private const string Format = "yyyy-MM-dd";

    /// <param name="name">The caller's name for it: <c>asOf</c>, <c>--as-of</c>.</param>
    /// <param name="text">The text; null gives no date, which is valid.</param>
    /// <param name="problem">Why it is not a date, as a sentence that says how to fix it; null when it is
    /// valid.</param>
    public static DateOnly? Read(string name, string? text, out string? problem)
    {
        problem = null;
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        problem = $"{name} must be a day of the calendar written like 2023-09-13, not '{text}'.";
        return null;
    }
}
