namespace SummitBot.Language.Dates;

/// <summary>A time told from another: <c>yesterday</c> is one day back.</summary>
/// <param name="Unit"><c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</param>
/// <param name="Offset">How many of them away; below 0 for the past.</param>
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
            _ => throw new InvalidOperationException($"'{Unit}' is no unit of time."),
        };
}
