namespace SummitBot.Terminal.Lines;

/// <summary>The keyboard of this process's terminal.</summary>
public sealed class ConsoleKeys : IKeys
{
    /// <summary>For a terminal that does not report its width.</summary>
    private const int UsualWidth = 80;

    public int Width => Console.WindowWidth > 0 ? Console.WindowWidth : UsualWidth;

    public void Begin() => Console.TreatControlCAsInput = true;

    public ConsoleKeyInfo Read() => Console.ReadKey(intercept: true);

    public void End() => Console.TreatControlCAsInput = false;
}
