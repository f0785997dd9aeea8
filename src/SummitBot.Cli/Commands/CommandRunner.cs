using Microsoft.Extensions.DependencyInjection;
using SummitBot.Terminal;

namespace SummitBot.Cli.Commands;

/// <summary>Runs a command: creates its services, cancels it on Ctrl-C, and converts errors to exit codes.</summary>
/// <param name="compose">Creates the services for the values of the flags.</param>
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

    /// <summary>False the second time: the signal then ends the program.</summary>
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
