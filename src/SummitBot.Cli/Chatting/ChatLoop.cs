using SummitBot.Terminal;
using SummitBot.Terminal.Lines;

namespace SummitBot.Cli.Chatting;

/// <summary>Reads lines until the user leaves.</summary>
public sealed class ChatLoop(ChatSession session, StandardStreams streams, Interrupts interrupts)
{
    private const string Prompt = "> ";

    /// <summary>Reads from the keyboard with line editing, or plain lines when there is no keyboard.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!streams.IsInputTerminal || !streams.IsOutputTerminal)
        {
            await RunAsync(new PlainLineReader(streams.In, interrupts), cancellationToken);
            return;
        }

        await streams.Out.WriteLineAsync("Ask about the articles. /help lists the commands, /quit leaves.");
        await RunAsync(new LineEditor(new ConsoleKeys(), streams.Out), cancellationToken);
    }

    public async Task RunAsync(ILineReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);

        // While no question is being answered, Ctrl-C has nothing to cancel, and the chat continues.
        using IDisposable goingOn = interrupts.Listen(() => true);
        bool wasInterrupted = false;
        while (true)
        {
            LineRead read = await reader.ReadAsync(Prompt, cancellationToken);
            if (read.Kind == LineReadKind.EndOfInput || (read.Kind == LineReadKind.Interrupted && wasInterrupted))
            {
                return;
            }

            wasInterrupted = read.Kind == LineReadKind.Interrupted;
            if (wasInterrupted)
            {
                await streams.Error.WriteLineAsync("Press Ctrl-C again, or type /quit, to leave.");
            }
            else if (!await session.HandleAsync(read.Text, cancellationToken))
            {
                return;
            }

            await streams.Out.FlushAsync(cancellationToken);
        }
    }
}
