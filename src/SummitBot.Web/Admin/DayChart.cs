using System.Globalization;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Admin;

/// <summary>The questions of each day as bars, answered ones below the others.</summary>
internal static class DayChart
{
    private const int Width = 840;
    private const int Height = 120;

    public static Html Render(AdminTexts texts, IReadOnlyList<DayCount> days)
    {
        int max = days.Max(d => d.Answered + d.Other);
        if (max == 0)
        {
            return Html.From($"<p>{texts.None}</p>");
        }

        string label = AdminMarkup.Fill(texts.DayFigures, days.Sum(d => d.Answered), days.Sum(d => d.Other), max);
        int step = Math.Max(2, Width / days.Count);
        return Html.From(
            $"""
            <svg class="chart" viewBox="0 0 {Width} {Height + 20}" role="img" aria-label="{label}">
            {Html.Concat(days.Select((day, i) => Bar(texts, day, i * step, step, max)))}<text x="0" y="{Height + 16}">{Day(
                days[0]
            )}</text><text x="{days.Count * step}" y="{Height + 16}" text-anchor="end">{Day(days[^1])}</text>
            </svg>
            <p class="legend"><span class="answered">{texts.Answered}</span> <span class="other">{texts.NotAnswered}</span></p>
            """
        );
    }

    private static Html Bar(AdminTexts texts, DayCount day, int x, int step, int max)
    {
        int answered = Height * day.Answered / max;
        int other = Height * day.Other / max;
        int width = Math.Max(1, step - (step > 8 ? 4 : 1));
        return Html.From(
            $"""
            <g><title>{AdminMarkup.Fill(texts.DayCounts, Day(day), day.Answered, day.Other)}</title><rect class="answered" x="{x}" y="{Height
                - answered}" width="{width}" height="{answered}"/><rect class="other" x="{x}" y="{Height
                - answered
                - other}" width="{width}" height="{other}"/></g>

            """
        );
    }

    private static string Day(DayCount day) => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
