using System.Globalization;

namespace SummitBot.Benchmarks.Measuring;

/// <summary>Formats figures independently of the culture.</summary>
internal static class Figures
{
    private const double Megabyte = 1_000_000;

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

    /// <summary>Only digits, for programs.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Milliseconds(TimeSpan time, int decimals = 1) =>
        time.TotalMilliseconds.ToString($"F{Plain(decimals)}", CultureInfo.InvariantCulture) + " ms";

    public static string Seconds(TimeSpan time) =>
        time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";

    public static string Megabytes(long bytes) =>
        (bytes / Megabyte).ToString("0", CultureInfo.InvariantCulture) + " MB";

    public static string Throughput(long bytes, TimeSpan time) =>
        (bytes / Megabyte / time.TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture) + " MB/s";

    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
