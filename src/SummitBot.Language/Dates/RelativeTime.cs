namespace SummitBot.Language.Dates;

/// <summary>A time relative to another: <c>yesterday</c> is one day back.</summary>
/// <param name="Unit"><c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</param>
/// <param name="Offset">Number of units; negative for the past.</param>
internal sealed record RelativeTime(string Unit, int Offset)
{
    private const int DaysInWeek = 7;

    public DatePeriod From(DateOnly day) =>
        Unit switch
        {
            "day" => DatePeriod.FromDay(day.AddDays(Offset)),
            "week" => DatePeriod.FromWeek(day.AddDays(Offset * DaysInWeek)),
            "month" => DatePeriod.FromMonth(day.AddMonths(Offset).Year, day.AddMonths(Offset).Month),
            "year" => DatePeriod.FromYear(day.AddYears(Offset).Year),
            _ => throw new InvalidOperationException($"'{Unit}' is not a unit of time."),
        };
}
