using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Questions;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

/// <summary>The whole way from a question to an answer, over a real index.</summary>
public sealed class QuotingAnswerWriterTests : IDisposable
{
    private readonly AnswerHost _host = new();

    public QuotingAnswerWriterTests() =>
        _host.Build(
            Article(
                "launches",
                "Rocket launches at Vostochny",
                "Vostochny opened in April 2016. By September 2023 it had seen 14 launches. The pads stand in the Amur region. "
                    + "Guests come by train because the airport is far away.",
                new DateOnly(2023, 9, 11)
            ),
            Article(
                "gifts",
                "Gifts among leaders",
                "Mr. Putin gave his guest a rifle. Kim Jong-un gave Mr. Putin a pair of dogs. The lunch was served at noon.",
                new DateOnly(2024, 6, 20)
            ),
            Article(
                "pier",
                "A day at sea",
                "At the pier the visitor had his portrait drawn. At the pier the visitor had cold lemonade. He left at dusk.",
                new DateOnly(2022, 6, 20)
            ),
            Article(
                "weather",
                "Weather in spring",
                "Rain fell on the coast. Snow stayed in the hills. The wind turned on Sunday.",
                null
            )
        );

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(
        "How many launches had Vostochny seen by September 2023?",
        "By September 2023 it had seen 14 launches."
    )]
    [InlineData("In which region are the pads of Vostochny?", "The pads stand in the Amur region.")]
    [InlineData("Why do guests come by train?", "Guests come by train because the airport is far away.")]
    [InlineData("What did Kim Jong-un give Putin?", "Kim Jong-un gave Mr. Putin a pair of dogs.")]
    [InlineData("When was the meal served?", "The lunch was served at noon.")]
    [InlineData("What year did Vostochny open?", "Vostochny opened in April 2016.")]
    [InlineData("When did Vostochy open?", "Vostochny opened in April 2016.")]
    [InlineData("What beverage did the visitor have at the pier?", "At the pier the visitor had cold lemonade.")]
    public async Task AnswerAsync_QuotesTheSentenceThatAnswersFirst(string question, string expected)
    {
        Answer answer = await AskAsync(question);

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        // The next sentence of the text may be quoted with it.
        Assert.StartsWith(expected, answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.StartsWith(expected, answer.Citations[0].Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What is the capital of Australia?")]
    [InlineData("Who won the football World Cup in 2022?")]
    [InlineData("Who painted the ceiling of the chapel?")]
    public async Task AnswerAsync_RefusesWhatNoArticleSays(string question)
    {
        Answer answer = await AskAsync(question);

        Assert.Equal(AnswerOutcome.NotInCorpus, answer.Outcome);
        Assert.Empty(answer.Sentences);
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public async Task AnswerAsync_AsksLessSurelyWhenTheQuestionIsNegatedAndTheArticleIsNot()
    {
        Answer plain = await AskAsync("Why do guests come by train?");
        Answer negated = await AskAsync("Why do guests not come by train?");

        Assert.True(negated.Confidence < plain.Confidence);
    }

    [Fact]
    public async Task AnswerAsync_KeepsToTheNumberOfSentencesAskedFor()
    {
        Answer answer = await _host.AskAsync(new Question("What did Putin and Kim Jong-un give?") { MaxSentences = 1 });

        Assert.Single(answer.Sentences);
    }

    [Fact]
    public async Task AnswerAsync_UnderstandsAFollowUp()
    {
        Answer answer = await _host.AskAsync(
            new Question("And the dogs?")
            {
                Conversation = [new ConversationTurn(Speaker.User, "Who gave Mr. Putin a rifle?")],
            }
        );

        Assert.Contains(answer.Sentences, s => s.Text == "Kim Jong-un gave Mr. Putin a pair of dogs.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("the of and")]
    [InlineData("\ud800")]
    public async Task AnswerAsync_NeverAnswersWhatAsksNothing(string question)
    {
        if (new Question(question).Problem is { } problem)
        {
            Assert.Contains("ask something", problem, StringComparison.Ordinal);
            return;
        }

        Assert.NotEqual(AnswerOutcome.Answered, (await AskAsync(question)).Outcome);
    }

    private Task<Answer> AskAsync(string question) => _host.AskAsync(question);

    private static Article Article(string id, string title, string text, DateOnly? published) =>
        IndexHost.CreateArticle(id, text) with
        {
            Title = title,
            Published = published,
        };
}
