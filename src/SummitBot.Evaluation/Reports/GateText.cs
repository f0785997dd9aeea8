using System.Globalization;
using System.Text;
using SummitBot.Evaluation.Gate;

namespace SummitBot.Evaluation.Reports;

/// <summary>The figures of the gate as text.</summary>
public static class GateText
{
    public static string Format(GateMeasurement measured, bool listMistaken)
    {
        GateSetResult set = measured.Result;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{set.Name}\n");
        text.Append("                          sentences   accepted: normal   strict\n");
        foreach (IGrouping<bool, GateTypeResult> group in set.Types.GroupBy(t => t.IsSupported))
        {
            text.Append(group.Key ? "  supported\n" : "  unsupported\n");
            foreach (GateTypeResult type in group)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"    {type.Type, -22} {type.Count, 8}   {Percent(type.Normal), 16}   {Percent(type.Strict), 6}\n"
                );
            }
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"  normal: {Percent(set.NormalCatch)} caught, {Percent(set.NormalFalseAlarms)} false alarms\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"  strict: {Percent(set.StrictCatch)} caught, {Percent(set.StrictFalseAlarms)} false alarms\n\n"
        );
        foreach (GateCase mistaken in listMistaken ? measured.Mistaken : [])
        {
            string what = mistaken.IsSupported ? "refused" : "accepted";
            string why = mistaken.Objections.Count > 0 ? $" ({string.Join("; ", mistaken.Objections)})" : "";
            text.Append(CultureInfo.InvariantCulture, $"  {mistaken.Type} {what}{why}\n    {mistaken.Claim}\n");
            if (mistaken.Claim != mistaken.Original)
            {
                text.Append(CultureInfo.InvariantCulture, $"    of: {mistaken.Original}\n");
            }
        }

        return text.ToString();
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");
}
