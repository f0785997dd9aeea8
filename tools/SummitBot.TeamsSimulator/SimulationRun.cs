using SummitBot.Terminal;
using SummitBot.Terminal.Lines;

namespace SummitBot.TeamsSimulator;

/// <summary>One run of the simulated channel, from a script, a pipe or the keyboard.</summary>
public sealed class SimulationRun(StandardStreams streams, Interrupts interrupts, TimeProvider time)
{
    private const string Prompt = "> ";

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(SimulateOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var bot = new BotEndpoint(options.Bot, time);
        await bot.UntilReadyAsync(options.Wait, cancellationToken);
        await using TeamsChannel channel = await TeamsChannel.StartAsync(time, options.Latency, cancellationToken);
        var printer = new SimulationPrinter(streams.Out);
        var session = new ChannelSession(bot, printer, options.Timeout, time);
        var user = new TeamsUser(channel.ServiceUrl, options.Locale, time);
        var script = new SimulationScript(channel, user, session, printer);
        if (options.Script is { } lines)
        {
            await ExecuteAsync(script, lines, cancellationToken);
        }
        else
        {
            await TalkAsync(script, cancellationToken);
        }

        printer.Sum(session.Delivered, session.Violations);
        return session.Violations.Count == 0 ? ExitCode.Success : ExitCode.Broken;
    }

    private static async Task ExecuteAsync(
        SimulationScript script,
        IReadOnlyList<string> lines,
        CancellationToken token
    )
    {
        for (int i = 0; i < lines.Count; i++)
        {
            try
            {
                if (!await script.HandleAsync(lines[i], token))
                {
                    return;
                }
            }
            catch (UsageException wrong)
            {
                throw new UsageException($"Line {i + 1}: {wrong.Message}", wrong);
            }
        }
    }

    private async Task TalkAsync(SimulationScript script, CancellationToken cancellationToken)
    {
        bool isPerson = streams is { IsInputTerminal: true, IsOutputTerminal: true };
        ILineReader reader = isPerson
            ? new LineEditor(new ConsoleKeys(), streams.Out)
            : new PlainLineReader(streams.In, interrupts);
        if (isPerson)
        {
            await streams.Out.WriteLineAsync(string.Join('\n', ScriptCommands.Help));
        }

        while (await reader.ReadAsync(Prompt, cancellationToken) is { Kind: LineReadKind.Line } read)
        {
            try
            {
                if (!await script.HandleAsync(read.Text, cancellationToken))
                {
                    return;
                }
            }
            catch (UsageException wrong) when (isPerson)
            {
                await streams.Error.WriteLineAsync(TerminalText.Clean(wrong.Message));
            }

            await streams.Out.FlushAsync(cancellationToken);
        }
    }
}
