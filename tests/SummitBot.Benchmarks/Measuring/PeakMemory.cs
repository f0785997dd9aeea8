using System.Globalization;

namespace SummitBot.Benchmarks.Measuring;

/// <summary>The most physical memory that this process had, as Linux counts it (proc_pid_status(5), VmHWM).</summary>
internal static class PeakMemory
{
    /// <summary>Resets the peak, and returns the bytes currently in use.</summary>
    public static long Reset()
    {
        // 5 resets the peak (proc_pid_clear_refs(5)).
        File.WriteAllText("/proc/self/clear_refs", "5");
        return Read();
    }

    /// <summary>Bytes.</summary>
    public static long Read()
    {
        string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        string kilobytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        return 1_024 * long.Parse(kilobytes.Split('\t')[^1], CultureInfo.InvariantCulture);
    }
}
