using System.Diagnostics;

namespace SummitBot.Tests;

/// <summary>
/// A small file system in memory, for tests with a full or read-only disk; skips the test where mounting is not
/// allowed.
/// </summary>
internal sealed class Tmpfs : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string FullPath => _folder.FullPath;

    public static async Task<Tmpfs> MountAsync(int megabytes)
    {
        var mounted = new Tmpfs();
        string? refusal = OperatingSystem.IsLinux()
            ? await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", mounted.FullPath)
            : "tmpfs is of Linux";
        if (refusal is not null)
        {
            mounted._folder.Dispose();
            Assert.Skip($"This test needs to mount a tmpfs (root, or a container with SYS_ADMIN): {refusal}");
        }

        return mounted;
    }

    public async Task MakeReadOnlyAsync() => Assert.Null(await RunAsync("mount", "-o", "remount,ro", FullPath));

    public async Task MakeWritableAsync() => Assert.Null(await RunAsync("mount", "-o", "remount,rw", FullPath));

    public async ValueTask DisposeAsync()
    {
        Assert.Null(await RunAsync("umount", "-l", FullPath));
        _folder.Dispose();
    }

    /// <summary>Null on success, otherwise the output of the command.</summary>
    private static async Task<string?> RunAsync(string command, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false }
            )!;
            string said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0 ? null : said.Trim();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }
}
