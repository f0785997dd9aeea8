using SummitBot.Core.Conversations;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Admin;

/// <summary>A histogram of response times, in doubling steps.</summary>
internal static class LatencyChart
{
    private const int Height = 100;
    private const int Step = 76;
    private const int BarWidth = 60;

    /// <summary>Upper ends of the steps in milliseconds; the last step has none.</summary>
    private static readonly int[] Ends = [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

    public static Html Render(AdminTexts texts, IReadOnlyList<AnsweredTurn> turns)
    {
        if (turns.Count == 0)
        {
            return Html.From($"<p>{texts.None}</p>");
        }

        int[] counts = new int[Ends.Length + 1];
        foreach (AnsweredTurn turn in turns)
        {
            int step = Array.FindIndex(Ends, end => turn.Answer.ElapsedMs <= end);
            counts[step < 0 ? Ends.Length : step]++;
        }

        int max = counts.Max();
        string label = string.Join(", ", counts.Select((count, i) => $"{FormatLabel(texts, i)}: {count}"));
        return Html.From(
            $"""
            <svg class="chart" viewBox="0 0 {counts.Length * Step} {Height + 40}" role="img" aria-label="{label}">
            {Html.Concat(counts.Select((count, i) => Bar(texts, count, i, max)))}</svg>
            """
        );
    }

    private static Html Bar(AdminTexts texts, int count, int step, int max)
    {
        int height = Height * count / max;
        int x = step * Step;
        int middle = x + (BarWidth / 2);
        return Html.From(
            $"""
            <rect class="answered" x="{x}" y="{Height
                - height
                + 16}" width="{BarWidth}" height="{height}"/><text x="{middle}" y="{Height
                - height
                + 11}" text-anchor="middle">{count}</text><text x="{middle}" y="{Height
                + 32}" text-anchor="middle">{FormatLabel(texts, step)}</text>

            """
        );
    }

    private static string FormatLabel(AdminTexts texts, int step) =>
        step == Ends.Length ? texts.Longer
        : Ends[step] < 1_000 ? $"≤ {Ends[step]} ms"
        : $"≤ {Ends[step] / 1_000} s";
}
