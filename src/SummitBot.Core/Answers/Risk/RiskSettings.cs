using System.Globalization;
using Microsoft.Extensions.Options;

namespace SummitBot.Core.Answers.Risk;

/// <summary>Turns the error rate that the operator allows into the threshold that the answerer goes by.</summary>
internal sealed class RiskSettings : IPostConfigureOptions<AnsweringOptions>
{
    private const string RateKey = $"{AnsweringOptions.Section}:{nameof(AnsweringOptions.MaxErrorRate)}";
    private const string FileKey = $"{AnsweringOptions.Section}:{nameof(AnsweringOptions.CalibrationFile)}";

    /// <exception cref="OptionsValidationException">The table cannot be read or does not reach the rate.</exception>
    public void PostConfigure(string? name, AnsweringOptions options)
    {
        if (options.MaxErrorRate is not (>= 0 and <= 1) || options.MaxErrorRate is not { } rate)
        {
            return;
        }

        RiskTable table = GetTable(options);
        if (table.ThresholdFor(rate) is not { } threshold)
        {
            RiskPoint safest = table.Points[^1];
            throw Invalid(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{RateKey} is {rate}, and no threshold was measured to err so seldom: set it to {Math.Ceiling(safest.Error * 100) / 100:0.##} or more, or leave it empty and set MinConfidence."
                )
            );
        }

        options.MinConfidence = threshold;
        options.ClosestPassageConfidence = Math.Min(options.ClosestPassageConfidence, threshold);
    }

    private static RiskTable GetTable(AnsweringOptions options)
    {
        try
        {
            return string.IsNullOrEmpty(options.CalibrationFile)
                ? RiskTable.Embedded
                : RiskTable.Read(options.CalibrationFile);
        }
        catch (InvalidDataException e)
        {
            throw Invalid($"{FileKey}: {e.Message}: write one with `summitbot eval --calibrate`, or leave it empty.");
        }
    }

    private static OptionsValidationException Invalid(string sentence) =>
        new(Options.DefaultName, typeof(AnsweringOptions), [sentence]);
}
