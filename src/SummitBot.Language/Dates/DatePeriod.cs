using System.Globalization;

namespace SummitBot.Language.Dates;

/// <summary>A run of days, both ends in it.</summary>
public readonly record struct DatePeriod(DateOnly First, DateOnly Last)
{
    private const int DaysInWeek = 7;

    public int Days => Last.DayNumber - First.DayNumber + 1;

    public static DatePeriod FromDay(DateOnly day) => new(day, day);

    public static DatePeriod FromYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <param name="month">1 to 12.</param>
    public static DatePeriod FromMonth(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>The days from Monday to Sunday around a day (ISO 8601).</summary>
    public static DatePeriod FromWeek(DateOnly day)
    {
        DateOnly monday = day.AddDays(-(((int)day.DayOfWeek + DaysInWeek - 1) % DaysInWeek));
        return new DatePeriod(monday, monday.AddDays(DaysInWeek - 1));
    }

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    public bool Contains(DatePeriod other) => First <= other.First && other.Last <= Last;

    public bool Overlaps(DatePeriod other) => First <= other.Last && other.First <= Last;

    /// <summary><c>2019-04-24</c>, or <c>2019-01-01..2019-12-31</c>.</summary>
    public override string ToString() =>
        First == Last
            ? First.ToString("O", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{First:O}..{Last:O}");
}
