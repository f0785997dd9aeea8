using SummitBot.Core.Answers;

namespace SummitBot.Tests.Core.Answers;

public sealed class AnswerTextTests
{
    [Fact]
    public void MarksIn_TellsTheMarksOfCitationsFromThoseOfTheArticle()
    {
        Answer answer = CreateAnswer(
            "In short:\n",
            new AnswerSentence("It opened [1] in 1911.[2]", [1]),
            new AnswerSentence("It closed. [1]", [2, 1])
        );

        Assert.Equal("In short:\nIt opened [1] in 1911.[2] [1] It closed. [1] [2][1]", answer.Text);
        Assert.Equal(
            [(1, 36), (2, 55), (1, 58)],
            AnswerText.MarksIn(answer).Select(mark => (mark.Number, mark.Range.Start))
        );
        Assert.All(AnswerText.MarksIn(answer), mark => Assert.Equal($"[{mark.Number}]", mark.Range.Slice(answer.Text)));
    }

    [Fact]
    public void MarksIn_OfARefusal_IsEmpty()
    {
        var refusal = new Answer
        {
            Question = "?",
            Outcome = AnswerOutcome.NotInCorpus,
            Text = "The articles don't say. The closest: Notes [1].",
            Writer = "embedded",
        };

        Assert.Empty(AnswerText.MarksIn(refusal));
    }

    private static Answer CreateAnswer(string lead, params AnswerSentence[] sentences) =>
        new()
        {
            Question = "?",
            Outcome = AnswerOutcome.Answered,
            Text = lead + AnswerText.From(sentences),
            Sentences = sentences,
            Writer = "embedded",
        };
}
