using System.Globalization;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Pages;

/// <summary>How many articles were published in each year, as bars with their numbers.</summary>
internal static class YearChart
{
    private const int Step = 44;
    private const int BarWidth = 28;
    private const int BarHeight = 70;
    private const int MaxYears = 14;

    /// <summary>Empty unless there are at least two years to compare; if there are too many, the last ones.</summary>
    /// <param name="dates">In order.</param>
    /// <param name="name">What the chart shows, for screen readers.</param>
    public static Html Render(IReadOnlyList<DateOnly> dates, string name)
    {
        if (dates.Count == 0 || dates[0].Year == dates[^1].Year)
        {
            return Html.Empty;
        }

        int last = dates[^1].Year;
        int first = Math.Max(dates[0].Year, last - MaxYears + 1);
        var counts = Enumerable
            .Range(first, last - first + 1)
            .ToDictionary(year => year, year => dates.Count(d => d.Year == year));
        int max = counts.Values.Max();
        IEnumerable<Html> bars = counts.Select(c => Bar(c.Key, c.Value, (c.Key - first) * Step, max));
        string label = string.Join(", ", counts.Select(c => Invariant($"{c.Key}: {c.Value}")));
        return Html.From(
            $"""
            <svg class="bars" viewBox="0 0 {counts.Count * Step} {BarHeight
                + 40}" preserveAspectRatio="xMinYMid" role="img" aria-label="{name}: {label}">
            {Html.Concat(bars)}</svg>
            """
        );
    }

    private static Html Bar(int year, int count, int x, int max)
    {
        int height = BarHeight * count / max;
        int top = BarHeight - height + 18;
        int middle = x + (BarWidth / 2);
        Html number =
            count == 0
                ? Html.Empty
                : Html.From($"<text x=\"{middle}\" y=\"{top - 5}\" text-anchor=\"middle\">{count}</text>");
        return Html.From(
            $"""
            <rect x="{x}" y="{top}" width="{BarWidth}" height="{height}" rx="3"/>{number}<text x="{middle}" y="{BarHeight
                + 34}" text-anchor="middle">{year}</text>

            """
        );
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
