using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Alignment;

/// <summary>When two numbers mean the same.</summary>
internal static class Numbers
{
    public static bool AreEqual(double one, double other) =>
        Math.Abs(one - other) <= 1e-9 * Math.Max(Math.Abs(one), Math.Abs(other));

    /// <summary>
    /// True when the claim's number is the source's, rounded to the claim's digits, at least two: 1.5 million for
    /// 1,487,000.
    /// </summary>
    public static bool IsRounded(AnnotatedWord claim, AnnotatedWord source)
    {
        double value = claim.Value!.Value;
        double exact = source.Value!.Value;
        if (claim.IsYear || source.IsYear || value < 10 || exact < 10)
        {
            return false;
        }

        int digits = SignificantDigits(value);
        if (digits < 2 || SignificantDigits(exact) <= digits)
        {
            return false;
        }

        double unit = Math.Pow(10, Math.Floor(Math.Log10(exact)) - digits + 1);
        return AreEqual(Math.Round(exact / unit) * unit, value);
    }

    private static int SignificantDigits(double value)
    {
        string digits = value.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture);
        return digits.Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
    }
}
