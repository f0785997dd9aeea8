using System.Globalization;

namespace SummitBot.Evaluation.Reports;

/// <summary>The share of right first sentences in each bin of confidence; a wider bar stands for more answers.</summary>
internal static class ReliabilityChart
{
    public static string Svg(IReadOnlyList<ReliabilityBin> bins)
    {
        int max = bins.Select(b => b.Count).DefaultIfEmpty(1).Max();
        string bars = string.Concat(bins.Select(b => Bar(b, max)));
        string diagonal = string.Create(
            CultureInfo.InvariantCulture,
            $"<path class=\"level\" d=\"M{ChartFrame.X(0)} {ChartFrame.Y(0)}L{ChartFrame.X(1)} {ChartFrame.Y(1)}\"/>"
        );
        return ChartFrame.Svg("Reliability diagram", "confidence", "share right", bars + diagonal);
    }

    private static string Bar(ReliabilityBin bin, int max)
    {
        const double narrowest = 0.2;
        double room = ChartFrame.X(bin.To) - ChartFrame.X(bin.From);
        double width = room * (narrowest + ((0.9 - narrowest) * bin.Count / max));
        double middle = (ChartFrame.X(bin.From) + ChartFrame.X(bin.To)) / 2;
        double top = ChartFrame.Y(bin.Accuracy);
        double height = ChartFrame.Y(0) - top;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<rect class=\"bar\" x=\"{middle - (width / 2):0.#}\" y=\"{top:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"><title>{bin.Count} answers of confidence {bin.From:0.0} to {bin.To:0.0}: mean {bin.MeanConfidence:0.00}, right {bin.Accuracy:0.00}</title></rect>"
        );
    }
}
