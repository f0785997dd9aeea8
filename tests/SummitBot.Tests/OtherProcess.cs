using System.Diagnostics;

namespace SummitBot.Tests;

/// <summary>A second process that writes to an index or a database.</summary>
internal sealed class OtherProcess : IDisposable
{
    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    /// <param name="task">The task of <c>SummitBot.Tests.WriterProcess</c>.</param>
    public static async Task<OtherProcess> StartAsync(string task, string path)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "SummitBot.Tests.WriterProcess.dll");
        var start = new ProcessStartInfo("dotnet", [program, task, path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Process process = Process.Start(start)!;
        var writer = new OtherProcess(process);
        await writer.HearAsync("ready");
        return writer;
    }

    /// <summary>Waits until it prints this line.</summary>
    public async Task HearAsync(string line) => Assert.Equal(line, await ReadLineAsync());

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException("The process has ended.");

    /// <summary>Like <c>kill -9</c>: the process cannot clean up.</summary>
    public async Task KillAsync()
    {
        Assert.False(_process.HasExited, "the process must still be writing when it is killed");
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to end after its current commit, and checks that it had no errors.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, _process.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
