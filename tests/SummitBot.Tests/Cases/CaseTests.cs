using SummitBot.Core.Answers;
using SummitBot.Core.Questions;
using SummitBot.Tests.Golden;

namespace SummitBot.Tests.Cases;

/// <summary>
/// Small collections of articles with known answers, one for each kind of question that once went wrong.
/// </summary>
public sealed class CaseTests
{
    /// <summary>The kinds, with the maximum number of wrong answers.</summary>
    public static TheoryData<string, int> Kinds =>
        new()
        {
            { "tables", 0 },
            { "furniture", 0 },
            { "typing", 4 },
            { "latest", 2 },
            { "shape", 2 },
            { "follow-ups", 2 },
            { "checks", 3 },
            { "lists", 3 },
            { "comparisons", 1 },
            { "premises", 1 },
            { "faq", 1 },
            { "reasons", 2 },
            { "languages", 1 },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task QuestionsOfAKind_AreAnsweredRight(string kind, int mostWrong)
    {
        var set = CaseSet.Read(Repository.GetPath("tests", "cases", kind));

        IReadOnlyList<string> wrong = await set.WrongAsync();

        Assert.InRange(set.Questions.Count, 15, int.MaxValue);
        Assert.True(wrong.Count <= mostWrong, string.Join('\n', wrong));
    }

    private const int MaxWrongBesideTheProject = 1;

    /// <summary>Cases of the kinds above, based on public bug reports about similar bots.</summary>
    [Fact]
    public async Task CasesBesideTheProject_AreAnsweredRight()
    {
        string? folder = CaseSet.FolderAbove("shared/cases");
        Assert.SkipWhen(folder is null, "The cases are not beside the project (shared/cases).");
        var set = CaseSet.Read(folder!);

        IReadOnlyList<string> wrong = await set.WrongAsync();

        Assert.NotEmpty(set.Questions);
        Assert.True(wrong.Count <= MaxWrongBesideTheProject, string.Join('\n', wrong));
    }

    [Fact]
    public async Task ArticlesThatDisagree_AreBothNamed_TheNewerFirst()
    {
        using BotHost bot = await BotHost.OverAsync(Repository.GetPath("tests", "cases", "latest", "articles"));

        Answer price = await bot.AskAsync(new Question("When will the renovation of the Rialto theatre be finished?"));
        Answer coach = await bot.AskAsync(new Question("Who is the coach of the Ravens?"));

        Assert.True(price.IsConflicting);
        Assert.Equal(["theatre-2026", "theatre-2025"], price.Citations.Select(c => c.Article.Id.Value));
        Assert.Contains("(2025-03-10, Theatre to be finished in spring 2027)", price.Text, StringComparison.Ordinal);
        Assert.True(coach.IsConflicting);
        Assert.Equal(["coach-2026", "coach-2024"], coach.Citations.Select(c => c.Article.Id.Value));
    }

    [Fact]
    public async Task AQuestionForAPerson_GetsTheNameFirst_FromTheSentenceBeforeShe()
    {
        using BotHost bot = await BotHost.OverAsync(
            Repository.GetPath("tests", "cases", "shape", "articles"),
            minConfidence: 0
        );

        Answer answer = await bot.AskAsync(new Question("Who won 18,412 votes?"));

        Assert.StartsWith("Helen Tregarth is the new mayor", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Contains("She won 18,412 votes", answer.Sentences[0].Text, StringComparison.Ordinal);
        bot.AssertIsGrounded(answer);
    }

    [Fact]
    public async Task ARowOfATable_IsQuotedAtItsRange_AndItsCellAnswers()
    {
        using BotHost bot = await BotHost.OverAsync(Repository.GetPath("tests", "cases", "tables", "articles"));

        Answer answer = await bot.AskAsync(new Question("Which island does the Puffin sail to?"));

        Assert.Equal("Little Oran", answer.ShortAnswer?.Text);
        Assert.Equal(
            "Island: Little Oran; Departure: 10:30; Crossing: 1 h 45 min; Ship: Puffin; Adult fare: 26.50.",
            answer.Sentences[0].Text
        );
        bot.AssertIsGrounded(answer);
    }

    [Fact]
    public async Task AComputedDifference_SaysSo_AndCitesBothNumbers()
    {
        using BotHost bot = await BotHost.OverAsync(Repository.GetPath("tests", "cases", "comparisons", "articles"));

        Answer answer = await bot.AskAsync(new Question("Which cost more, the organ or the theatre?"));

        Assert.Equal(
            "Computed from the numbers quoted: theatre: 2.4 million euros − organ: 1.3 million euros = 1.1 million euros.",
            answer.Sentences[0].Text
        );
        Assert.True(answer.Sentences[0].IsComputed);
        Assert.Equal([1, 2], answer.Sentences[0].Citations);
        bot.AssertIsGrounded(answer with { Sentences = [.. answer.Sentences.Skip(1)] });
    }

    [Fact]
    public async Task TheItemsOfAList_AreQuotedInTheOrderOfTheText()
    {
        using BotHost bot = await BotHost.OverAsync(Repository.GetPath("tests", "cases", "lists", "articles"));

        Answer answer = await bot.AskAsync(new Question("List all roles of the rowing club"));
        Answer one = await bot.AskAsync(new Question("List all roles of the rowing club") { MaxSentences = 1 });
        Answer three = await bot.AskAsync(new Question("List all roles of the rowing club") { MaxSentences = 3 });

        Assert.Equal(
            [
                "The club fills these roles every year",
                "Treasurer",
                "Boat keeper",
                "Youth coach",
                "Cook for the regatta",
            ],
            answer.Sentences.Select(s => s.Text)
        );
        bot.AssertIsGrounded(answer);
        Assert.Null(answer.Note);
        Assert.Equal((3, 2), (three.Sentences.Count, three.OmittedItems));
        Assert.Equal("The list goes on: 2 more in the article.", three.Note);
        Assert.InRange(one.Outcome == AnswerOutcome.Answered ? one.Sentences.Count : 0, 0, 1);
    }

    [Fact]
    public async Task ADoubtedAnswer_IsNotGivenAgain()
    {
        using BotHost bot = await BotHost.OverAsync(Repository.GetPath("tests", "cases", "premises", "articles"));
        const string Said = "An oil change at Fenwick Garage costs 95 euros.";

        Answer answer = await bot.AskAsync(
            new Question("No, that is wrong")
            {
                Conversation =
                [
                    new ConversationTurn(Speaker.User, "How much is an oil change at Fenwick Garage?"),
                    new ConversationTurn(Speaker.Assistant, $"{Said} [1]"),
                ],
            }
        );

        Assert.NotEqual(AnswerOutcome.Answered, answer.Outcome);
        Assert.DoesNotContain(Said, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asdf lkj qwe")]
    [InlineData("(a OR b) AND NOT c:* ~2 ^5 [1 TO 3]")]
    public async Task Nonsense_GetsNoArticles(string nonsense)
    {
        using BotHost bot = await BotHost.OverAsync(Repository.GetPath("tests", "cases", "typing", "articles"));

        Answer answer = await bot.AskAsync(new Question(nonsense));

        Assert.Equal(AnswerOutcome.NotInCorpus, answer.Outcome);
        Assert.Equal("I found nothing about that in the articles.", answer.Text);
        Assert.Empty(answer.Closest);
    }
}
