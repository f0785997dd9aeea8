using SummitBot.Language.Sentences;
using SummitBot.Web.Articles;

namespace SummitBot.Tests.Web;

public sealed class CitedRangeTests
{
    private const string Text = "ab🌉cd";

    [Theory]
    [InlineData("0", "2", 0, 2)]
    [InlineData("0", "6", 0, 6)]
    [InlineData("-5", "1", 0, 1)]
    [InlineData("4", "999", 4, 6)]
    [InlineData("4", "99999999999", 4, 6)]
    [InlineData("3", "5", 2, 5)]
    [InlineData("0", "3", 0, 4)]
    [InlineData("2", "3", 2, 4)]
    public void Read_GivesARangeOfWholeCharactersInsideTheText(string start, string end, int from, int to) =>
        Assert.Equal(new TextRange(from, to), CitedRange.Read(start, end, Text));

    [Theory]
    [InlineData(null, null)]
    [InlineData("1", null)]
    [InlineData(null, "1")]
    [InlineData("", "")]
    [InlineData("one", "2")]
    [InlineData("1.5", "2")]
    [InlineData("0x1", "2")]
    [InlineData("2", "1")]
    [InlineData("1", "1")]
    [InlineData("6", "9")]
    [InlineData("-9", "-1")]
    [InlineData("1", "9999999999999999999999999")]
    public void Read_OfWhatLeavesNothingToMark_IsNull(string? start, string? end) =>
        Assert.Null(CitedRange.Read(start, end, Text));

    [Fact]
    public void Read_OfAnEmptyText_IsNull() => Assert.Null(CitedRange.Read("0", "1", ""));
}
