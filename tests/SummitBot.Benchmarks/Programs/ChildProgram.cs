using System.Collections.Concurrent;
using System.Diagnostics;
using SummitBot.Benchmarks.Measuring;

namespace SummitBot.Benchmarks.Programs;

/// <summary>One of our programs as a separate process, over the repository's corpus; killed at the end.</summary>
internal sealed class ChildProgram : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private ChildProgram(Process process)
    {
        _process = process;
        // A full pipe would block the program; its errors go to our standard error.
        process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
    }

    /// <summary>The lines that it has written to its standard output; complete after <see cref="WaitForSuccessAsync"/>.</summary>
    public IReadOnlyCollection<string> Output => _output;

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

    /// <summary>Waits for its end.</summary>
    /// <returns>The most bytes of physical memory that it had at a time (VmHWM of Linux).</returns>
    public async Task<long> WatchMemoryAsync(CancellationToken cancellationToken)
    {
        long peak = 0;
        while (!_process.HasExited)
        {
            try
            {
                _process.Refresh();
                peak = Math.Max(peak, _process.PeakWorkingSet64);
            }
            catch (InvalidOperationException) when (_process.HasExited)
            {
                // It ended just now; what was read last holds.
            }

            await Task.Delay(Poll, cancellationToken);
        }

        return peak;
    }

    /// <summary>As <c>kill -9</c>; does nothing when it has ended.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
