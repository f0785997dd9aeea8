namespace SummitBot.Terminal.Lines;

/// <summary>Line editing on a terminal, with the keys of a shell, and the lines entered before.</summary>
public sealed class LineEditor(IKeys keys, TextWriter output) : ILineReader
{
    private readonly LineHistory _history = new();
    private readonly LineScreen _screen = new(output);

    public async Task<LineRead> ReadAsync(string prompt, CancellationToken cancellationToken) =>
        await Task.Run(() => Read(prompt), CancellationToken.None).WaitAsync(cancellationToken);

    private LineRead Read(string prompt)
    {
        var line = new LineBuffer();
        _screen.Begin();
        keys.Begin();
        try
        {
            while (true)
            {
                _screen.Draw(prompt, line, keys.Width);
                ConsoleKeyInfo key = keys.Read();
                if (FindEnd(key, line) is { } read)
                {
                    _screen.End(prompt, line, keys.Width);
                    _history.Add(read.Text);
                    return read;
                }

                if (!TryEdit(key, line))
                {
                    line.Insert(GetText(key));
                }
            }
        }
        finally
        {
            keys.End();
        }
    }

    /// <summary>What the key ends the line with; null when editing goes on.</summary>
    private static LineRead? FindEnd(ConsoleKeyInfo key, LineBuffer line) =>
        (key.Key, IsControl(key)) switch
        {
            (ConsoleKey.Enter, _) or (ConsoleKey.J or ConsoleKey.M, true) => new LineRead(LineReadKind.Line, line.Text),
            (ConsoleKey.C, true) => new LineRead(LineReadKind.Interrupted),
            (ConsoleKey.D, true) when line.Text.Length == 0 => new LineRead(LineReadKind.EndOfInput),
            _ => null,
        };

    /// <returns>False when the key is no editing key.</returns>
    private bool TryEdit(ConsoleKeyInfo key, LineBuffer line)
    {
        Action? edit = (key.Key, IsControl(key)) switch
        {
            (ConsoleKey.Backspace, false) or (ConsoleKey.H, true) => line.DeleteLeft,
            (ConsoleKey.Delete, _) or (ConsoleKey.D, true) => line.DeleteRight,
            (ConsoleKey.W or ConsoleKey.Backspace, true) => line.DeleteWordLeft,
            (ConsoleKey.U, true) => line.DeleteToStart,
            (ConsoleKey.K, true) => line.DeleteToEnd,
            (ConsoleKey.LeftArrow, true) => line.MoveWordLeft,
            (ConsoleKey.RightArrow, true) => line.MoveWordRight,
            (ConsoleKey.LeftArrow, false) or (ConsoleKey.B, true) => line.MoveLeft,
            (ConsoleKey.RightArrow, false) or (ConsoleKey.F, true) => line.MoveRight,
            (ConsoleKey.Home, _) or (ConsoleKey.A, true) => line.MoveToStart,
            (ConsoleKey.End, _) or (ConsoleKey.E, true) => line.MoveToEnd,
            (ConsoleKey.UpArrow, _) or (ConsoleKey.P, true) => () => line.Set(_history.Older(line.Text)),
            (ConsoleKey.DownArrow, _) or (ConsoleKey.N, true) => () => line.Set(_history.Newer(line.Text)),
            _ => null,
        };
        edit?.Invoke();
        return edit is not null;
    }

    /// <summary>What the key types; empty for a key that types nothing. A character beyond the basic plane comes as two keys.</summary>
    private string GetText(ConsoleKeyInfo key)
    {
        if (!char.IsHighSurrogate(key.KeyChar))
        {
            return char.IsControl(key.KeyChar) || char.IsLowSurrogate(key.KeyChar) ? "" : key.KeyChar.ToString();
        }

        char second = keys.Read().KeyChar;
        return char.IsLowSurrogate(second) ? string.Concat(key.KeyChar, second) : "";
    }

    /// <summary>AltGr comes as Ctrl and Alt together and types characters.</summary>
    private static bool IsControl(ConsoleKeyInfo key) =>
        key.Modifiers.HasFlag(ConsoleModifiers.Control) && !key.Modifiers.HasFlag(ConsoleModifiers.Alt);
}
