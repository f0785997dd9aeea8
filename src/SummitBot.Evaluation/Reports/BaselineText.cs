using System.Globalization;
using System.Text;

namespace SummitBot.Evaluation.Reports;

/// <summary>What changed since the baseline, as plain text.</summary>
public static class BaselineText
{
    private const int MaxShown = 20;

    public static string Format(BaselineComparison comparison, bool verbose)
    {
        var text = new StringBuilder();
        text.AppendLine().AppendLine("Since the baseline");
        if (comparison.Metrics.Count == 0)
        {
            text.AppendLine("  No figure changed.");
        }

        int width = comparison.Metrics.Select(m => m.Name.Length).DefaultIfEmpty(0).Max();
        foreach (MetricChange change in comparison.Metrics)
        {
            string sign = change.After > change.Before ? "+" : "-";
            string difference = change.Metric.Format(Math.Abs(change.After - change.Before));
            text.Append("  ").Append(change.Name.PadRight(width));
            text.Append(CultureInfo.InvariantCulture, $"  {change.Metric.Format(change.Before), 8}");
            text.Append(CultureInfo.InvariantCulture, $" -> {change.Metric.Format(change.After), 8}");
            text.Append(CultureInfo.InvariantCulture, $"  {sign + difference, 8}  {Judgement(change.IsBetter)}");
            text.AppendLine();
        }

        WriteQuestions(text, "better", [.. comparison.Questions.Where(q => q.IsBetter)], verbose);
        WriteQuestions(text, "worse", [.. comparison.Questions.Where(q => !q.IsBetter)], verbose);
        return text.ToString();
    }

    private static void WriteQuestions(
        StringBuilder text,
        string direction,
        IReadOnlyList<QuestionChange> changes,
        bool verbose
    )
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"  {changes.Count} questions went {direction}.");
        int shown = verbose ? changes.Count : Math.Min(changes.Count, MaxShown);
        foreach (QuestionChange change in changes.Take(shown))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"    {change.DataSet} {change.After.Id}: {change.What}: {change.After.Question}"
            );
        }

        if (shown < changes.Count)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"    ... and {changes.Count - shown} more (--verbose lists all)."
            );
        }
    }

    private static string Judgement(bool? isBetter) =>
        isBetter switch
        {
            true => "better",
            false => "worse",
            null => "",
        };
}
