using SummitBot.Terminal.Lines;

namespace SummitBot.Tests.Cli;

public sealed class LineEditorTests : IDisposable
{
    private readonly ScriptedKeys _keys = new();
    private readonly StringWriter _screen = new();
    private readonly LineEditor _editor;

    public LineEditorTests() => _editor = new LineEditor(_keys, _screen);

    public void Dispose() => _screen.Dispose();

    [Fact]
    public async Task Read_EditsWithTheKeysOfAShell()
    {
        _keys.Type("who is kim").Control(ConsoleKey.A).Type("Well, ").Control(ConsoleKey.E).Type("?");
        _keys.Control(ConsoleKey.W).Type("Putin").Press(ConsoleKey.LeftArrow).Press(ConsoleKey.Backspace).Enter();

        Assert.Equal(new LineRead(LineReadKind.Line, "Well, who is Putn"), await ReadAsync());
    }

    [Fact]
    public async Task Read_DeletesAWholeCharacterThatTakesSeveralUnits()
    {
        _keys.Type("a\U0001F6A2e\u0301").Press(ConsoleKey.Backspace).Press(ConsoleKey.Backspace).Type("b").Enter();

        Assert.Equal("ab", (await ReadAsync()).Text);
    }

    [Fact]
    public async Task Read_CallsEarlierLinesBackAndKeepsWhatIsBeingTyped()
    {
        _keys.Type("first").Enter().Type("second").Enter().Type("dra");
        _keys.Press(ConsoleKey.UpArrow).Press(ConsoleKey.UpArrow).Press(ConsoleKey.UpArrow).Enter();
        _keys.Type("dra").Press(ConsoleKey.UpArrow).Press(ConsoleKey.DownArrow).Type("ft").Enter();
        await ReadAsync();
        await ReadAsync();

        Assert.Equal("first", (await ReadAsync()).Text);
        Assert.Equal("draft", (await ReadAsync()).Text);
    }

    [Fact]
    public async Task Read_TellsCtrlCAndCtrlDApart()
    {
        _keys.Type("half").Control(ConsoleKey.C).Control(ConsoleKey.D);

        Assert.Equal(new LineRead(LineReadKind.Interrupted), await ReadAsync());
        Assert.Equal(new LineRead(LineReadKind.EndOfInput), await ReadAsync());
        Assert.False(_keys.IsReading);
    }

    [Fact]
    public async Task Read_OfALineLongerThanTheScreen_GoesUpToThePromptBeforeDrawingAgain()
    {
        _keys.Width = 10;
        _keys.Type("12345678").Type("9").Enter();

        await ReadAsync();

        // "> 12345678" fills the row, so the cursor is in the second row when the ninth digit is drawn.
        Assert.Contains("> 12345678\r\n", _screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("\u001b[1A\r\u001b[J> 123456789", _screen.ToString(), StringComparison.Ordinal);
    }

    private Task<LineRead> ReadAsync() => _editor.ReadAsync("> ", TestContext.Current.CancellationToken);
}
