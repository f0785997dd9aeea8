using System.Collections.Concurrent;
using System.Diagnostics;

namespace SummitBot.EndToEnd.Tests.Web;

/// <summary>The built web host, started as an operator starts it: <c>dotnet SummitBot.Web.dll</c>.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private const string ListeningMark = "Now listening on: ";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => TakeOutput(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public string Output => string.Join('\n', _output);

    public string Errors => string.Join('\n', _errors).Trim();

    /// <param name="folder">The current folder of the process, at which its relative paths start.</param>
    public static WebProcess Start(
        string folder,
        IReadOnlyList<string> arguments,
        params (string Name, string Value)[] environment
    )
    {
        string program = Repository.GetProgram("SummitBot.Web", "SummitBot.Web");
        return StartCommand(folder, ["dotnet", program, .. arguments], environment);
    }

    /// <summary>Starts the host by another command, its program first.</summary>
    public static WebProcess StartCommand(
        string folder,
        IReadOnlyList<string> command,
        params IReadOnlyList<(string Name, string Value)> environment
    )
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // The simulator's and the Playground's connectors on this machine.
        start.Environment["SummitBot__Bot__LocalServiceUrls__0"] = "http://127.0.0.1:*/emea/";
        start.Environment["SummitBot__Bot__LocalServiceUrls__1"] = "http://localhost:*/_connector";
        start.Environment["SummitBot__Admin__AllowLocal"] = "true";
        start.Environment["SummitBot__Folder"] = folder;
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new WebProcess(start);
    }

    /// <summary>The address that the host says it listens on.</summary>
    public async Task<Uri> AddressAsync()
    {
        Task ended = _process.WaitForExitAsync(Cancelled);
        await Task.WhenAny(_address.Task, ended).WaitAsync(Limit, Cancelled);
        Assert.True(_address.Task.IsCompleted, $"The host ended before it listened: {Output}\n{Errors}");
        return await _address.Task;
    }

    public async Task UntilOutputHasAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(limit.IsCancellationRequested, $"The host never said '{text}': {Output}\n{Errors}");
            await Task.Delay(50, Cancelled);
        }
    }

    /// <summary>Sends the signal by which service managers and containers stop a process.</summary>
    public async Task TerminateAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(Cancelled);
    }

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync(Cancelled).WaitAsync(Limit, Cancelled);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void TakeOutput(string? line)
    {
        _output.Enqueue(line ?? "");
        int start = line?.IndexOf(ListeningMark, StringComparison.Ordinal) ?? -1;
        if (start >= 0)
        {
            _address.TrySetResult(new Uri(line![(start + ListeningMark.Length)..]));
        }
    }
}
