namespace SummitBot.Terminal.Lines;

/// <summary>A keyboard and the width of the screen above it.</summary>
public interface IKeys
{
    /// <summary>Columns of the terminal, at least 1.</summary>
    int Width { get; }

    /// <summary>From now on Ctrl-C is a key like any other.</summary>
    void Begin();

    /// <summary>Waits for a key.</summary>
    ConsoleKeyInfo Read();

    /// <summary>Ctrl-C is a signal again.</summary>
    void End();
}
