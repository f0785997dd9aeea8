using System.Globalization;
using System.Text;

namespace SummitBot.Evaluation.Fitting;

/// <summary>The fitted weights of the confidence as tables for the terminal.</summary>
public static class ConfidenceFitText
{
    public static string Format(ConfidenceFit fit)
    {
        var text = new StringBuilder().AppendLine();
        text.AppendLine("Confidence is made of             weight    fitted");
        foreach (FittedWeight weight in fit.Weights)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {weight.Feature, -28}{weight.Shipped, 10:0.000}{weight.Fitted, 10:0.000}"
            );
        }

        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Kept as they are they would be calibrated by the slope {fit.Slope:0.000} and the bias {fit.Bias:0.000}."
        );
        text.AppendLine()
            .AppendLine(
                "First sentence right or not      questions    AUROC    fitted without the article    calibration error"
            );
        foreach (ConfidenceCheck check in fit.Checks)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {check.DataSet, -28}{check.Questions, 12}{check.ShippedAuroc, 9:0.000}{check.FittedAuroc, 30:0.000}{check.FittedError, 21:0.000}"
            );
        }

        text.AppendLine().AppendLine("Fitted without the article: threshold, share shown, right among it");
        foreach (ConfidenceCheck check in fit.Checks)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {check.DataSet, -28}");
            text.AppendJoin(
                    "  ",
                    check.Thresholds.Select(t =>
                        string.Create(CultureInfo.InvariantCulture, $"{t.Threshold:.00} {t.Shown:.00} {t.Right:.000}")
                    )
                )
                .AppendLine();
        }

        return text.ToString();
    }
}
