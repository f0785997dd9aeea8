namespace SummitBot.Terminal.Lines;

/// <summary>A keyboard and the width of its screen.</summary>
public interface IKeys
{
    /// <summary>Columns of the terminal, at least 1.</summary>
    int Width { get; }

    /// <summary>Makes Ctrl-C a normal key.</summary>
    void Begin();

    /// <summary>Waits for a key.</summary>
    ConsoleKeyInfo Read();

    /// <summary>Makes Ctrl-C a signal again.</summary>
    void End();
}
