using System.Globalization;
using System.Text;

namespace SummitBot.Evaluation.Reports;

/// <summary>A square chart with both axes from 0 to 1, as SVG.</summary>
internal static class ChartFrame
{
    private const double Size = 300;
    private const double Left = 46;
    private const double Top = 12;

    /// <summary>The horizontal position of a share in the drawing.</summary>
    public static double X(double share) => Left + (share * Size);

    /// <summary>The vertical position of a share; 1 is at the top.</summary>
    public static double Y(double share) => Top + ((1 - share) * Size);

    /// <summary>The chart.</summary>
    /// <param name="marks">SVG elements drawn inside the axes.</param>
    public static string Svg(string title, string horizontal, string vertical, string marks)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg role=\"img\" aria-label=\"{Html.Escape(title)}\" viewBox=\"0 0 {Left + Size + 14} {Top + Size + 42}\">"
        );
        for (int i = 0; i <= 5; i++)
        {
            double share = i / 5.0;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"grid\" d=\"M{X(0)} {Y(share)}H{X(1)}M{X(share)} {Y(0)}V{Y(1)}\"/><text x=\"{X(share)}\" y=\"{Y(0) + 16}\" text-anchor=\"middle\">{share:0.0}</text><text x=\"{X(0) - 6}\" y=\"{Y(share) + 4}\" text-anchor=\"end\">{share:0.0}</text>"
            );
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{X(0.5)}\" y=\"{Y(0) + 36}\" text-anchor=\"middle\">{Html.Escape(horizontal)}</text><text transform=\"translate(12 {Y(0.5)}) rotate(-90)\" text-anchor=\"middle\">{Html.Escape(vertical)}</text>"
        );
        return svg.Append(marks).AppendLine("</svg>").ToString();
    }
}
