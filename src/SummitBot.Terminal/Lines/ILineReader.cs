namespace SummitBot.Terminal.Lines;

/// <summary>The source of a chat's lines.</summary>
public interface ILineReader
{
    /// <summary>The next line; end of input and Ctrl-C are results, not exceptions.</summary>
    Task<LineRead> ReadAsync(string prompt, CancellationToken cancellationToken);
}

/// <summary>The result of waiting for a line.</summary>
/// <param name="Text">The line; empty for other results.</param>
public sealed record LineRead(LineReadKind Kind, string Text = "");

public enum LineReadKind
{
    /// <summary>The user entered a line.</summary>
    Line,

    /// <summary>There are no more lines: end of the file, or Ctrl-D.</summary>
    EndOfInput,

    /// <summary>Ctrl-C at the prompt.</summary>
    Interrupted,
}
