using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Tests.Core.Articles;

public sealed class ArticleIdTests
{
    [Theory]
    [InlineData("vostochny-summit.md", "vostochny-summit")]
    [InlineData("2023/Kim visit.md", "2023-Kim-visit")]
    [InlineData("Super_Bowl_50#0.txt", "Super_Bowl_50-0")]
    [InlineData("поездка Кима.html", "поездка-Кима")]
    [InlineData("a   b--c.txt", "a-b--c")]
    public void FromRelativePath_KeepsWhatAnIdMayHave(string path, string expected) =>
        Assert.Equal(expected, ArticleId.FromRelativePath(path).Value);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a#1")]
    [InlineData("../a")]
    [InlineData("---")]
    public void Constructor_RefusesWhatCannotBeAnId(string value) =>
        Assert.Throws<ArgumentException>(() => new ArticleId(value));

    [Fact]
    public void PassageId_ReadsWhatItPrints()
    {
        Assert.True(PassageId.TryParse("vostochny-summit#2", out PassageId id));
        Assert.Equal(new PassageId(new ArticleId("vostochny-summit"), 2), id);
        Assert.Equal("vostochny-summit#2", id.ToString());
    }

    [Theory]
    [InlineData("vostochny-summit")]
    [InlineData("vostochny-summit#0")]
    [InlineData("vostochny-summit#-1")]
    [InlineData("vostochny-summit#two")]
    [InlineData("#2")]
    [InlineData(null)]
    public void PassageId_RefusesEverythingElse(string? text) => Assert.False(PassageId.TryParse(text, out _));
}
