using System.Globalization;
using System.Text;
using SummitBot.Language.Tokens;

namespace SummitBot.Evaluation.Reports;

/// <summary>The figures as a plain-text table: a row for each metric, a column for each data set.</summary>
public static class EvaluationText
{
    private const int NameWidth = 24;
    private const int MinColumn = 10;

    public static string Format(EvaluationReport report, bool verbose)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Refusing below confidence {report.MinConfidence:0.##}; {report.ElapsedMs / 1000:0.0} s in all."
        );
        WriteMetrics(text, report);
        foreach (DataSetResult set in report.DataSets)
        {
            WriteKinds(text, set);
            AblationText.Write(text, set);
        }

        if (verbose)
        {
            foreach (DataSetResult set in report.DataSets)
            {
                WriteFailures(text, set);
            }
        }

        return text.ToString();
    }

    private static void WriteMetrics(StringBuilder text, EvaluationReport report)
    {
        text.AppendLine().Append(' ', NameWidth);
        foreach (DataSetResult set in report.DataSets)
        {
            text.Append(set.Name.PadLeft(GetWidth(set)));
        }

        text.AppendLine();
        foreach (IGrouping<string, Metric> group in MetricCatalog.All.GroupBy(m => m.Group, StringComparer.Ordinal))
        {
            Metric[] measured = [.. group.Where(m => report.DataSets.Any(s => s.Metrics.ContainsKey(m.Name)))];
            if (measured.Length > 0)
            {
                text.AppendLine(group.Key);
            }

            foreach (Metric metric in measured)
            {
                text.Append("  ").Append(metric.Name.PadRight(NameWidth - 2));
                foreach (DataSetResult set in report.DataSets)
                {
                    text.Append(Cell(set.Metrics, metric).PadLeft(GetWidth(set)));
                }

                text.AppendLine();
            }
        }
    }

    private static void WriteKinds(StringBuilder text, DataSetResult set)
    {
        if (set.Kinds.Count == 0)
        {
            return;
        }

        text.AppendLine().Append($"{set.Name} by kind".PadRight(NameWidth));
        foreach (Metric metric in MetricCatalog.ForKinds)
        {
            text.Append(metric.Name.PadLeft(metric.Name.Length + 2));
        }

        text.AppendLine();
        foreach ((string kind, IReadOnlyDictionary<string, double> values) in set.Kinds)
        {
            text.Append("  ").Append(kind.PadRight(NameWidth - 2));
            foreach (Metric metric in MetricCatalog.ForKinds)
            {
                text.Append(Cell(values, metric).PadLeft(metric.Name.Length + 2));
            }

            text.AppendLine();
        }
    }

    private static void WriteFailures(StringBuilder text, DataSetResult set)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{set.Name}: what did not go as it should");
        foreach (
            QuestionResult q in set.Questions.Where(q =>
                q.Verdict is Verdict.Wrong or Verdict.NotAnswered or Verdict.WronglyAnswered
            )
        )
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {q.Id}  {VerdictTexts.Get(q.Verdict)}  confidence {q.Confidence:0.00}"
            );
            text.AppendLine(CultureInfo.InvariantCulture, $"    asked   {WhiteSpace.Unite(q.Question)}");
            text.AppendLine(CultureInfo.InvariantCulture, $"    drafted {WhiteSpace.Unite(q.Answer)}");
            if (q.Gold.Count > 0)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"    gold    {WhiteSpace.Unite(string.Join(" | ", q.Gold))}"
                );
            }
        }
    }

    private static int GetWidth(DataSetResult set) => Math.Max(set.Name.Length, MinColumn) + 2;

    private static string Cell(IReadOnlyDictionary<string, double> values, Metric metric) =>
        values.TryGetValue(metric.Name, out double value) ? metric.Format(value) : "-";
}
