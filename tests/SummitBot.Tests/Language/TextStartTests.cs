using SummitBot.Language.Tokens;

namespace SummitBot.Tests.Language;

public sealed class TextStartTests
{
    [Theory]
    [InlineData("bridge", 6, "bridge")]
    [InlineData("bridge", 3, "bri")]
    [InlineData("a🌉b", 2, "a")]
    [InlineData("a🌉b", 3, "a🌉")]
    public void Take_NeverEndsWithHalfACharacter(string text, int max, string expected) =>
        Assert.Equal(expected, TextStart.Take(text, max));
}
