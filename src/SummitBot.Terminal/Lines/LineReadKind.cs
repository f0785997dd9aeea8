namespace SummitBot.Terminal.Lines;

public enum LineReadKind
{
    /// <summary>The user entered a line.</summary>
    Line,

    /// <summary>There are no more lines: end of the file, or Ctrl-D.</summary>
    EndOfInput,

    /// <summary>Ctrl-C at the prompt.</summary>
    Interrupted,
}
