using CsCheck;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Questions;

namespace SummitBot.Tests.Golden;

/// <summary>For any articles and any question, every citation is the article's text at its range.</summary>
public sealed class GroundedAnswerTests
{
    private const int Corpora = 60;

    [Fact]
    public async Task EveryAnswer_ToRandomQuestionsOnRandomArticles_IsCitedWordForWord()
    {
        int asked = 0;
        int answered = 0;
        // One bot with one index after another, as a host continues reading while its index is replaced.
        using var bot = new BotHost(minConfidence: 0);
        await Check.SampleAsync(
            CsCheck.Gen.Select(
                RandomArticles.Several,
                CsCheck.Gen.Select(RandomArticles.QuestionStart, RandomArticles.Places).Array[1, 6]
            ),
            async sample =>
            {
                (Article[] articles, (string Start, double[] Places)[] questions) = sample;
                bot.Index(articles);
                string[] words = string.Join(' ', articles.Select(a => a.Text)).Split([' ', '\n']);
                foreach ((string start, double[] places) in questions)
                {
                    string question =
                        $"{start} {string.Join(' ', places.Select(p => words[(int)(p * words.Length)]))}?";
                    Answer answer = await bot.AskAsync(new Question(question) { MaxSentences = 3 });
                    bot.AssertIsGrounded(answer);
                    asked++;
                    answered += answer.Outcome == AnswerOutcome.Answered ? 1 : 0;
                }
            },
            iter: Corpora,
            threads: 1
        );

        Assert.True(answered > asked / 2, $"only {answered} of {asked} questions had an answer to check");
    }
}
