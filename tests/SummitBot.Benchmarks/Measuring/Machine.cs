using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace SummitBot.Benchmarks.Measuring;

/// <summary>The machine, without which figures are meaningless.</summary>
internal static class Machine
{
    /// <summary>False for a debug build, whose figures are meaningless.</summary>
    public static bool RunsOptimizedCode =>
        typeof(Machine).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled != true;

    /// <summary>Cores, memory, operating system, runtime, and how busy the machine is just now.</summary>
    public static string Describe()
    {
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {memory / 1e9:0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}{Load()}."
        );
    }

    private static string Load()
    {
        const string averages = "/proc/loadavg";
        return File.Exists(averages) ? $", load {File.ReadAllText(averages).Split(' ')[0]} at the start" : "";
    }
}
