using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

public sealed class TokenF1Tests
{
    // Words in common / words of the answer = precision; / words of the gold = recall.
    [Theory]
    [InlineData("the Amur region", "Amur Region", 1.0)]
    [InlineData("in the Amur region of Russia", "Amur region", 2 * (2 / 5.0) * 1 / (2 / 5.0 + 1))]
    [InlineData("Moscow", "Amur region", 0.0)]
    [InlineData("ten ten four", "ten four four", 2 / 3.0)]
    [InlineData("the", "a", 1.0)]
    [InlineData("the", "Amur", 0.0)]
    public void Compute_IsTheHarmonicMeanOfPrecisionAndRecall(string answer, string gold, double expected) =>
        Assert.Equal(expected, TokenF1.Compute(answer, gold), 12);

    [Fact]
    public void Best_TakesTheBestGoldAnswer() => Assert.Equal(1.0, TokenF1.Best("two days", ["two", "two days"]), 12);

    [Fact]
    public void Best_WithoutGold_IsZero() => Assert.Equal(0.0, TokenF1.Best("two days", []));
}
