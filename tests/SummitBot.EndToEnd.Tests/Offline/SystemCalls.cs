using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SummitBot.EndToEnd.Tests.Offline;

/// <summary>The system calls of a program, as recorded by <c>strace</c>.</summary>
internal sealed partial class SystemCalls(string file)
{
    private static readonly string[] Writing = ["O_CREAT", "O_WRONLY", "O_RDWR"];

    /// <summary>Why programs cannot be traced here; null when they can.</summary>
    public static string? Obstacle { get; } = FindObstacle();

    /// <summary>
    /// The command that runs a program and records its calls in the file. The program keeps the id of the process.
    /// </summary>
    public IReadOnlyList<string> CommandFor(params IEnumerable<string> program) =>
        ["strace", "-D", "-f", "-q", "--seccomp-bpf", "-e", "trace=network,file", "-o", file, .. program];

    /// <summary>The calls, after the program has ended; strace needs a moment longer than the program.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(int processId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            string[] lines = await File.ReadAllLinesAsync(file, limit.Token);
            if (lines.Any(l => l.StartsWith($"{processId, -5} +++ ", StringComparison.Ordinal)))
            {
                return lines;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>Calls that contact another machine, or look up its name; local sockets do not count.</summary>
    public static IEnumerable<string> ReachingOut(IEnumerable<string> calls) =>
        calls.Where(c =>
            ReachingCall().IsMatch(c)
            || c.Contains("\"/etc/resolv.conf\"", StringComparison.Ordinal)
            || c.Contains("\"/etc/hosts\"", StringComparison.Ordinal)
        );

    /// <summary>Calls that create or change files outside the folder.</summary>
    public static IEnumerable<string> WritingOutside(IEnumerable<string> calls, string folder) =>
        calls.Where(c => IsWriting(c) && !IsBelow(c, folder));

    private static bool IsWriting(string call) =>
        !call.Contains(" = -1 E", StringComparison.Ordinal)
        && (
            ChangingCall().IsMatch(call)
            || (OpeningCall().IsMatch(call) && Writing.Any(w => call.Contains(w, StringComparison.Ordinal)))
        );

    /// <summary>Paths below <c>/dev</c> and <c>/proc</c> are not files.</summary>
    private static bool IsBelow(string call, string folder) =>
        QuotedPath()
            .Matches(call)
            .Select(m => m.Groups["path"].Value)
            .All(path =>
                !Path.IsPathRooted(path)
                || path.StartsWith(folder, StringComparison.Ordinal)
                || path.StartsWith("/dev/", StringComparison.Ordinal)
                || path.StartsWith("/proc/", StringComparison.Ordinal)
            );

    private static string? FindObstacle()
    {
        try
        {
            var start = new ProcessStartInfo("strace", ["-D", "-f", "-o", "/dev/null", "true"])
            {
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using Process strace = Process.Start(start)!;
            strace.WaitForExit();
            return strace.ExitCode == 0 ? null : "strace may not trace programs on this machine.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "strace is not installed.";
        }
    }

    /// <summary>TCP uses connect; queries to name servers send datagrams; netlink asks for routes.</summary>
    [GeneratedRegex(
        @"connect\(.*sa_family=AF_INET|send(?:to|msg|mmsg)\(.*sa_family=AF_INET|AF_NETLINK",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex ReachingCall();

    [GeneratedRegex(
        @"\d+ +(?:mkdir|mkdirat|rename|renameat|renameat2|link|linkat|symlink|symlinkat|truncate)\(",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex ChangingCall();

    [GeneratedRegex(@"\d+ +(?:open|openat|creat)\(", RegexOptions.NonBacktracking)]
    private static partial Regex OpeningCall();

    [GeneratedRegex("\"(?<path>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex QuotedPath();
}
