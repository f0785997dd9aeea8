using System.Globalization;
using System.Text;
using System.Text.Json;
using SummitBot.Core.Answers.Parts;

namespace SummitBot.Evaluation.Reports;

/// <summary>What each part brings, as a table: by how much the figures change without it.</summary>
public static class AblationText
{
    private const int NameWidth = 24;

    /// <summary>A change that the table's three digits do not show.</summary>
    private const double Invisible = 0.0005;

    /// <summary>The part as JSON has it.</summary>
    public static string GetName(AblationSwitch part) => JsonNamingPolicy.CamelCase.ConvertName(part.ToString());

    /// <summary>Nothing when the parts were not measured.</summary>
    public static void Write(StringBuilder text, DataSetResult set)
    {
        if (set.Ablation is not { Count: > 0 } parts)
        {
            return;
        }

        string[] metrics = [.. parts[0].Change.Keys];
        text.AppendLine().Append($"{set.Name} without".PadRight(NameWidth));
        text.AppendJoin("", metrics.Select(m => m.PadLeft(GetWidth(m)))).AppendLine();
        foreach (AblatedPart part in parts)
        {
            text.Append("  ").Append(GetName(part.Part).PadRight(NameWidth - 2));
            text.AppendJoin("", metrics.Select(m => Cell(part.Change, m).PadLeft(GetWidth(m)))).AppendLine();
        }
    }

    private static string Cell(IReadOnlyDictionary<string, double> change, string metric) =>
        !change.TryGetValue(metric, out double value) ? "-"
        : Math.Abs(value) < Invisible ? "."
        : value.ToString("+0.000;-0.000", CultureInfo.InvariantCulture);

    private static int GetWidth(string metric) => Math.Max(metric.Length, 6) + 2;
}
