using System.Text.Json;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Core.Answers;

public sealed class AnswerDocumentTests
{
    [Fact]
    public void Serialize_WritesTheContract()
    {
        var article = new ArticleSummary(
            new ArticleId("vostochny-summit"),
            "Саммит",
            new DateOnly(2023, 9, 13),
            new Uri("https://example.org/a"),
            null,
            "ru",
            "a.md"
        );
        var answer = new Answer
        {
            Question = "Где?",
            Outcome = AnswerOutcome.Answered,
            Confidence = 0.123456,
            Text = "Там. [1]",
            ShortAnswer = new ShortAnswer("Там", 1, new TextRange(5, 8)),
            Sentences = [new AnswerSentence("Там.", [1])],
            Citations = [new Citation(1, article, new PassageId(article.Id, 2), "Там.", new TextRange(5, 9))],
            Writer = "embedded",
            Elapsed = TimeSpan.FromMilliseconds(1.5),
        };

        string json = AnswerJson.Serialize(AnswerDocument.From(answer, "q1"));

        Assert.Equal(
            """{"id":"q1","question":"Где?","outcome":"answered","kind":"answer","confidence":0.1235,"text":"Там. [1]","shortAnswer":{"text":"Там","citation":1,"start":5,"end":8},"sentences":[{"text":"Там.","citations":[1]}],"citations":[{"number":1,"articleId":"vostochny-summit","title":"Саммит","url":"https://example.org/a","published":"2023-09-13","passageId":"vostochny-summit#2","quote":"Там.","start":5,"end":9}],"closest":[],"writer":"embedded","elapsedMs":1.5,"conflicting":false}""",
            json
        );
    }

    [Theory]
    [InlineData(AnswerOutcome.Answered, "answered")]
    [InlineData(AnswerOutcome.NotInCorpus, "notInCorpus")]
    [InlineData(AnswerOutcome.NeedsClarification, "needsClarification")]
    [InlineData(AnswerOutcome.Error, "error")]
    public void Serialize_NamesTheOutcome(AnswerOutcome outcome, string name)
    {
        var document = AnswerDocument.FromError(null, null, "Bad line.") with { Outcome = outcome };

        using var json = JsonDocument.Parse(AnswerJson.Serialize(document));

        Assert.Equal(name, json.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("id").ValueKind);
    }
}
