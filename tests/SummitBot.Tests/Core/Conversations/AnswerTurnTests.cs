using SummitBot.Core.Answers;
using SummitBot.Core.Questions;

namespace SummitBot.Tests.Core.Conversations;

/// <summary>What a later question may refer to in an answer that is kept.</summary>
public sealed class AnswerTurnTests
{
    private const string Quote = "At the cosmodrome.";

    [Theory]
    [InlineData(AnswerOutcome.Answered, "They met there. [1]", "They met there. [1]")]
    [InlineData(AnswerOutcome.NotInCorpus, "The articles don't say.", null)]
    [InlineData(AnswerOutcome.NeedsClarification, "Do you mean Putin or Kim?", null)]
    public void AnAnswerWithoutSentences_StatesItsTextOnlyWhenItAnswers(
        AnswerOutcome outcome,
        string text,
        string? statement
    )
    {
        ConversationTurn turn = CreateTurn(new AnswerToKeep(outcome, text));

        Assert.Equal(
            (Speaker.Assistant, text, statement, outcome == AnswerOutcome.NeedsClarification),
            (turn.Role, turn.Text, turn.Statement, turn.AsksBack)
        );
    }

    [Theory]
    [InlineData(AnswerOutcome.Answered, true)]
    [InlineData(AnswerOutcome.NotInCorpus, false)]
    public void SentencesBehindAnAnnouncement_AreWhatIsStated(AnswerOutcome outcome, bool isConflicting)
    {
        string text = $"This comes closest, or the articles disagree: {Quote} [1]";

        ConversationTurn turn = CreateTurn(
            new AnswerToKeep(outcome, text) { Sentences = [Quote], IsConflicting = isConflicting }
        );

        Assert.Equal(Quote, turn.Statement);
    }

    [Fact]
    public void ADocumentOfAnOlderVersion_WithoutSentences_IsRead() =>
        Assert.Null(
            AnswerJson
                .Parse(
                    """{"question":"Who?","outcome":"notInCorpus","kind":"answer","text":"The articles don't say."}"""
                )
                .ToTurn()
                .Statement
        );

    /// <summary>As it comes back from storage.</summary>
    private static ConversationTurn CreateTurn(AnswerToKeep answer) =>
        AnswerJson
            .Parse(
                AnswerJson.Serialize(
                    AnswerDocument.From(
                        new Answer
                        {
                            Question = "Where did they meet?",
                            Outcome = answer.Outcome,
                            Text = answer.Text,
                            Writer = Answer.ExtractiveWriter,
                            IsConflicting = answer.IsConflicting,
                            Sentences = [.. answer.Sentences.Select(s => new AnswerSentence(s, [1]))],
                        }
                    )
                )
            )
            .ToTurn();

    private sealed record AnswerToKeep(AnswerOutcome Outcome, string Text)
    {
        public IReadOnlyList<string> Sentences { get; init; } = [];

        public bool IsConflicting { get; init; }
    }
}
