using System.Globalization;

namespace SummitBot.Evaluation.Reports;

/// <summary>The error rate of answered questions against the share that is answered.</summary>
internal static class RiskCoverageChart
{
    public static string Svg(IReadOnlyList<RiskCoveragePoint> curve)
    {
        string points = string.Join(
            ' ',
            curve.Select(p =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ChartFrame.X(p.Coverage):0.#},{ChartFrame.Y(p.Error):0.#}"
                )
            )
        );
        return ChartFrame.Svg(
            "Risk-coverage curve",
            "share answered",
            "error",
            $"{Level(0.05)}{Level(0.10)}<polyline class=\"line\" points=\"{points}\"/>"
        );
    }

    private static string Level(double error) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<path class=\"level\" d=\"M{ChartFrame.X(0)} {ChartFrame.Y(error)}H{ChartFrame.X(1)}\"/>"
        );
}
