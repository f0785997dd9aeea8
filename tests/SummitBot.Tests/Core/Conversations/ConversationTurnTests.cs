using SummitBot.Core.Questions;

namespace SummitBot.Tests.Core.Conversations;

public sealed class ConversationTurnTests
{
    [Fact]
    public void OfALongText_TheBeginningIsLookedAt() =>
        Assert.Equal(
            new string('a', ConversationTurn.MaxTextLength),
            new ConversationTurn(Speaker.Assistant, new string('a', 61_000)).Text
        );

    [Fact]
    public void TheBeginning_EndsBetweenCharacters() =>
        Assert.Equal(
            ConversationTurn.MaxTextLength - 1,
            new ConversationTurn(Speaker.User, "a" + string.Concat(Enumerable.Repeat("🚢", 2_000))).Text.Length
        );
}
