using System.Globalization;
using System.Text;

namespace SummitBot.Evaluation.Fitting;

/// <summary>Fitted weights as tables for the terminal.</summary>
public static class SentenceFitText
{
    public static string Format(SentenceFit fit)
    {
        var text = new StringBuilder().AppendLine();
        text.AppendLine("Sentences are chosen by           weight    fitted");
        foreach (FittedWeight weight in fit.Weights)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {weight.Feature, -28}{weight.Shipped, 10:0.00}{weight.Fitted, 10:0.00}"
            );
        }

        text.AppendLine()
            .AppendLine("First sentence holds the gold    questions    weights    fitted without the article");
        foreach (FitCheck check in fit.Checks)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {check.DataSet, -28}{check.Questions, 12}{check.Shipped, 11:0.0000}{check.Fitted, 30:0.0000}"
            );
        }

        return text.ToString();
    }
}
