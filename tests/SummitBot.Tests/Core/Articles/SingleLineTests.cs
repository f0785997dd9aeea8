using SummitBot.Core.Articles;

namespace SummitBot.Tests.Core.Articles;

public sealed class SingleLineTests
{
    [Theory]
    [InlineData("a\nb\r\u2028\u0085.md", @"a\u000ab\u000d\u2028\u0085.md")]
    [InlineData("\u001b[2Jred\u0007\u009b", @"\u001b[2Jred\u0007\u009b")]
    [InlineData("dm.\u202Etxt\u2066", @"dm.\u202etxt\u2066")]
    [InlineData("встреча 北京 🌉 שלום.md", "встреча 北京 🌉 שלום.md")]
    public void Escape_WritesWhatSteersATerminalOrEndsALineAsItsNumber(string text, string expected) =>
        Assert.Equal(expected, SingleLine.Escape(text));
}
