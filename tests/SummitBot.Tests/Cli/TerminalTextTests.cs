using SummitBot.Terminal;

namespace SummitBot.Tests.Cli;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("a\u001b[31mb", "a[31mb")]
    [InlineData("a\u009b31mb\u0007", "a31mb")]
    [InlineData("one\r\n two\tthree ", "one two three")]
    [InlineData("safe\u202etxt.exe", "safetxt.exe")]
    [InlineData("\u041f\u0440\u0438\u0432\u0435\u0442 \U0001F6A2", "\u041f\u0440\u0438\u0432\u0435\u0442 \U0001F6A2")]
    public void Clean_LeavesNothingThatCommandsATerminal(string text, string expected) =>
        Assert.Equal(expected, TerminalText.Clean(text));
}
