using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

public sealed class SquadTextTests
{
    [Theory]
    [InlineData("The Amur region", "amur region")]
    [InlineData("  a  Soyuz-2.1a,\n“launched” ", "soyuz21a “launched”")]
    [InlineData("An apple; THE tree.", "apple tree")]
    [InlineData("theatre and area", "theatre and area")]
    [InlineData("U.S. (2019)", "us 2019")]
    [InlineData("Ünïcode Straße", "ünïcode straße")]
    [InlineData("the", "")]
    public void Normalize_DoesWhatTheEvaluationOfSquadDoes(string text, string expected) =>
        Assert.Equal(expected, SquadText.Normalize(text));

    [Theory]
    [InlineData("They met in the Amur Region.", "amur region")]
    [InlineData("Kim's train came.", "Kim")]
    [InlineData("It cost $1,950.", "1950")]
    [InlineData("From 5 to 7.", "5")]
    [InlineData("In 1950 and in 5 towns.", "5")]
    public void ContainsAny_FindsTheGoldAnswer(string text, string gold) =>
        Assert.True(SquadText.ContainsAny(text, ["nowhere in it", gold]));

    [Theory]
    [InlineData("In 1950.", "5")]
    [InlineData("In 1950.", "195")]
    [InlineData("In 1950.", "950")]
    [InlineData("They met in Moscow.", "Amur")]
    [InlineData("They met.", "the")]
    [InlineData("", "x")]
    public void ContainsAny_DoesNotFindPartsOfNumbersNorWhatIsNotThere(string text, string gold) =>
        Assert.False(SquadText.ContainsAny(text, [gold]));

    [Fact]
    public void ContainsAny_WithoutGold_IsFalse() => Assert.False(SquadText.ContainsAny("anything", []));
}
