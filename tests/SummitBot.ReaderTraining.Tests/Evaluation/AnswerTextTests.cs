using SummitBot.ReaderTraining.Evaluation;

namespace SummitBot.ReaderTraining.Tests.Evaluation;

public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("The North Sea.", "north sea", 1.0)]
    [InlineData("north sea coast", "north sea", 0.8)]
    [InlineData("rhine", "north sea", 0.0)]
    public void F1_ComparesWords(string answer, string right, double f1) =>
        Assert.Equal(f1, AnswerText.F1(answer, [right]), precision: 6);

    [Fact]
    public void F1_TakesTheNearestRightAnswer() => Assert.Equal(1, AnswerText.F1("1871", ["in May 1871", "1871"]));
}
