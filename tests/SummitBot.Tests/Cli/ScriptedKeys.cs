using SummitBot.Terminal.Lines;

namespace SummitBot.Tests.Cli;

/// <summary>A keyboard with scripted keys.</summary>
internal sealed class ScriptedKeys : IKeys
{
    private readonly Queue<ConsoleKeyInfo> _keys = new();

    public int Width { get; set; } = 80;

    public bool IsReading { get; private set; }

    public ScriptedKeys Type(string text)
    {
        foreach (char c in text)
        {
            _keys.Enqueue(new ConsoleKeyInfo(c, ConsoleKey.None, shift: false, alt: false, control: false));
        }

        return this;
    }

    public ScriptedKeys Press(ConsoleKey key) => Add(key, control: false);

    public ScriptedKeys Control(ConsoleKey key) => Add(key, control: true);

    public ScriptedKeys Enter() => Press(ConsoleKey.Enter);

    public void Begin() => IsReading = true;

    public ConsoleKeyInfo Read() => _keys.Dequeue();

    public void End() => IsReading = false;

    private ScriptedKeys Add(ConsoleKey key, bool control)
    {
        _keys.Enqueue(new ConsoleKeyInfo('\0', key, shift: false, alt: false, control));
        return this;
    }
}
