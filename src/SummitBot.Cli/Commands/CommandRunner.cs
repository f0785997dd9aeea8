using Microsoft.Extensions.DependencyInjection;
using SummitBot.Terminal;

namespace SummitBot.Cli.Commands;

/// <summary>Runs the work of a command: composes the program for it, ends it on Ctrl-C, makes exit codes of errors.</summary>
/// <param name="compose">Everything that a command needs, for the values of its flags.</param>
public sealed class CommandRunner(
    StandardStreams streams,
    Interrupts interrupts,
    Func<CommonFlagValues, ServiceProvider> compose
)
{
    public StandardStreams Streams { get; } = streams;

    public async Task<int> RunAsync(CommonFlagValues flags, Func<IServiceProvider, CancellationToken, Task<int>> work)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            using var stop = new CancellationTokenSource();
            using IDisposable listening = interrupts.Listen(() => TryCancel(stop));
            await using ServiceProvider services = compose(flags);
            int exitCode = await work(services, stop.Token);
            await Streams.Out.FlushAsync(CancellationToken.None);
            return exitCode;
        }
        catch (Exception e)
        {
            return CliErrors.Report(e, Streams.Error, flags.Verbose);
        }
    }

    /// <summary>False the second time: then the signal does what it always does.</summary>
    private static bool TryCancel(CancellationTokenSource stop)
    {
        if (stop.IsCancellationRequested)
        {
            return false;
        }

        stop.Cancel();
        return true;
    }
}
