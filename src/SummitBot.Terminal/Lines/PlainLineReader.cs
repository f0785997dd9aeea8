namespace SummitBot.Terminal.Lines;

/// <summary>Reads lines from a file, a pipe or a terminal without escape codes; shows no prompt.</summary>
public sealed class PlainLineReader(TextReader input, Interrupts interrupts) : ILineReader
{
    /// <summary>A read that was still waiting at an interrupt: its line must not be lost.</summary>
    private Task<string?>? _pending;

    public async Task<LineRead> ReadAsync(string prompt, CancellationToken cancellationToken)
    {
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using IDisposable listening = interrupts.Listen(() =>
        {
            interrupted.TrySetResult();
            return true;
        });

        // A blocking read cannot be cancelled; its thread is abandoned when the program ends.
        _pending ??= Task.Run(input.ReadLine, CancellationToken.None);
        Task first = await Task.WhenAny(_pending, interrupted.Task).WaitAsync(cancellationToken);
        if (first == interrupted.Task)
        {
            return new LineRead(LineReadKind.Interrupted);
        }

        string? line = await _pending;
        _pending = null;
        return line is null ? new LineRead(LineReadKind.EndOfInput) : new LineRead(LineReadKind.Line, line);
    }
}
