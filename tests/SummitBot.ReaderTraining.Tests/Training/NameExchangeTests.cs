using SummitBot.ReaderTraining.Questions;
using SummitBot.ReaderTraining.Training;

namespace SummitBot.ReaderTraining.Tests.Training;

public sealed class NameExchangeTests
{
    private static readonly Passage Passage = new(
        "1",
        "",
        "Skarn",
        ["The lighthouse on Skarn was built in 1871.", "The one on Tolsta is from 1902.", "It costs $5."],
        IsHeldOut: false
    );

    [Theory]
    [InlineData("when was the lighthouse on skarn built", "1871", "when was the lighthouse on Tolsta built")]
    [InlineData("What was put up in 1871?", "lighthouse", "What was put up in 1902?")]
    public void Exchange_PutsInAnotherNameOfThePassage(string text, string answer, string changed) =>
        Assert.Equal(changed, NameExchange.Exchange(Ask(text, answer), new Random(1)));

    [Fact]
    public void Exchange_WhenTheQuestionHasNoName_IsNull() =>
        Assert.Null(NameExchange.Exchange(Ask("What is old?", "lighthouse"), new Random(1)));

    private static Question Ask(string text, string answer) => new(Passage, text, [0], [answer]);
}
