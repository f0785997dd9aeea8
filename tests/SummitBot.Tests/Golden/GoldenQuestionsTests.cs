using SummitBot.Core.Answers;
using SummitBot.Core.Questions;
using SummitBot.Evaluation;

namespace SummitBot.Tests.Golden;

/// <summary>
/// The questions of tests/golden on the repository's articles. How many are answered well is measured by
/// <c>summitbot eval</c>, and tests/run.sh holds the figures; here is what must be true of each.
/// </summary>
public sealed class GoldenQuestionsTests
{
    [Fact]
    public async Task TheReadmesFirstQuestion_IsAnsweredFromTheFoundingArticle()
    {
        using BotHost bot = await BotHost.OverTheCorpusAsync();

        Answer answer = await bot.AskAsync(new Question("Why was the Vostochny Cosmodrome chosen for the meeting?"));

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Contains("strong interest in rocketry", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Equal("vostochny-summit", answer.Citations[0].Article.Id.Value);
        bot.AssertIsGrounded(answer);
    }

    [Fact]
    public async Task EveryCitation_IsVerbatimAtItsRange()
    {
        EvaluationDataSet golden = await EvaluationDataReader.ReadAsync(
            Repository.GetPath("tests", "golden", "queries.jsonl"),
            TestContext.Current.CancellationToken
        );
        using BotHost bot = await BotHost.OverTheCorpusAsync(minConfidence: 0);
        int answered = 0;
        foreach (EvaluationQuestion question in golden.Questions)
        {
            Answer answer = await bot.AskAsync(
                new Question(question.Text) { Conversation = question.Conversation, MaxSentences = 10 }
            );
            bot.AssertIsGrounded(answer);
            answered += answer.Outcome == AnswerOutcome.Answered ? 1 : 0;
        }

        Assert.InRange(golden.Questions.Count, 60, int.MaxValue);
        Assert.InRange(golden.Questions.Count(q => q.IsAnswerable == false), 15, int.MaxValue);
        Assert.True(answered > golden.Questions.Count / 2, $"only {answered} questions had an answer to check");
    }
}
