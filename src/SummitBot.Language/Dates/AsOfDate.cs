using System.Globalization;

namespace SummitBot.Language.Dates;

/// <summary>The day a question is asked on, as people and programs write it.</summary>
public static class AsOfDate
{
    private const string Format = "yyyy-MM-dd";

    /// <param name="name">What the caller calls it: <c>asOf</c>, <c>--as-of</c>.</param>
    /// <param name="text">The text; null is no date, and no problem.</param>
    /// <param name="problem">Why it is no date, as a sentence that says how to mend it; null when all is well.</param>
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
