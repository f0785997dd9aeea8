using System.Globalization;
using System.Text;
using SummitBot.Core.Answers.Risk;

namespace SummitBot.Evaluation.Reports;

/// <summary>How well a table of error rates held on articles that it was not made of.</summary>
public static class RiskText
{
    public static string Format(RiskTable table)
    {
        var text = new StringBuilder().AppendLine();
        text.AppendLine("Wrong answers allowed    threshold    wrong on other articles    questions answered there");
        foreach (RiskCheck check in table.Check)
        {
            string threshold = table.ThresholdFor(check.MaxError) is { } known
                ? known.ToString("0.00", CultureInfo.InvariantCulture)
                : "-";
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{check.MaxError, 21:0.00}{threshold, 13}{check.Error, 27:0.000}{check.Coverage, 28:0.000}"
            );
        }

        return text.ToString();
    }
}
