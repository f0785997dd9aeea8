using System.Diagnostics;
using SummitBot.Benchmarks.Measuring;

namespace SummitBot.Benchmarks.Programs;

/// <summary>One of our programs as a separate process, over the repository's corpus; killed at the end.</summary>
internal sealed class ChildProgram : IDisposable
{
    private readonly Process _process;

    private ChildProgram(Process process) => _process = process;

    /// <summary>Bytes of physical memory in use just now.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time so far, on all cores together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public bool HasExited => _process.HasExited;

    public static ChildProgram Start(string path, TemporaryFolder index, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        start.Environment["SummitBot__Index__Path"] = index.Path;
        start.Environment["SummitBot__Corpus__Paths__0"] = Repository.Corpus;
        Process process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start.");
        // The output is not needed, but a full pipe would block the program; its errors go to our standard error.
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return new ChildProgram(process);
    }

    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public async Task WaitForSuccessAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{_process.StartInfo.FileName} ended with exit code {_process.ExitCode}: its figures mean nothing."
            );
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
