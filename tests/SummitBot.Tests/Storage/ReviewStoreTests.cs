using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Core.Reviews;

namespace SummitBot.Tests.Storage;

public abstract class ReviewStoreTests(TestDatabase database) : StorageTests(database, ("RetentionDays", "30"))
{
    private static readonly DateTimeOffset MarkedAt = StorageHost.Start.AddHours(1);

    public sealed class OnSqlite() : ReviewStoreTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : ReviewStoreTests(new PostgresTestDatabase());

    [Fact]
    public async Task FindAsync_OfAnEmptyStore_IsEmpty()
    {
        TurnPage page = await FindAsync(new TurnFilter());

        Assert.Equal((0, null, 0), (page.Turns.Count, page.Next, page.Channels.Count));
        Assert.Empty(await Host.Reviews.ReadConversationAsync(1, 10, Cancelled));
        Assert.Empty(await Host.Reviews.ListCorrectedAsync(10, Cancelled));
    }

    [Fact]
    public async Task FindAsync_GivesPages_NewestFirst_UntilTheLast()
    {
        await Host.AskAsync(Enumerable.Range(1, 7).Select(i => $"question {i}?"));
        var pages = new List<string[]>();
        long? next = null;
        do
        {
            TurnPage page = await FindAsync(new TurnFilter { Count = 3, Before = next });
            pages.Add([.. page.Turns.Select(t => t.Turn.Answer.Question)]);
            next = page.Next;
        } while (next is not null);

        Assert.Equal(
            [
                ["question 7?", "question 6?", "question 5?"],
                ["question 4?", "question 3?", "question 2?"],
                ["question 1?"],
            ],
            pages
        );
        Assert.Null((await FindAsync(new TurnFilter { Count = 7 })).Next);
    }

    [Fact]
    public async Task FindAsync_ObeysEachPartOfItsFilter_AndAllTogether()
    {
        AnsweredTurn liked = await AppendAsync("Who opened it?", StorageHost.Key());
        AnsweredTurn disliked = await AppendAsync("Who closed it?", StorageHost.Key(), AnswerOutcome.Offered);
        AnsweredTurn refused = await AppendAsync(
            "Who stole it?",
            new ConversationKey("msteams", "19:a/b"),
            AnswerOutcome.NotInCorpus
        );
        await AppendAsync("Hello", StorageHost.Key(), kind: AnswerKind.SmallTalk);
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(liked, Reaction.Like), Cancelled);
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(disliked, Reaction.Dislike, "wrong"), Cancelled);
        await CorrectAsync("Who stole it?", new Correction("harbour-opens", "Ada", MarkedAt));

        string[] all = ["Who stole it?", "Who closed it?", "Who opened it?"];
        Assert.Equal(all, await QuestionsAsync(new TurnFilter()));
        Assert.Equal(["directline", "msteams"], (await FindAsync(new TurnFilter())).Channels);
        Assert.Equal(all[..1], await QuestionsAsync(new TurnFilter { Outcome = AnswerOutcome.NotInCorpus }));
        Assert.Equal(all[1..2], await QuestionsAsync(new TurnFilter { Outcome = AnswerOutcome.Offered }));
        Assert.Empty(await QuestionsAsync(new TurnFilter { Outcome = AnswerOutcome.Error }));
        Assert.Equal(all[..1], await QuestionsAsync(new TurnFilter { Channel = "msteams" }));
        Assert.Equal(all[2..], await QuestionsAsync(new TurnFilter { Judgement = Judgement.Liked }));
        Assert.Equal(all[1..2], await QuestionsAsync(new TurnFilter { Judgement = Judgement.Disliked }));
        Assert.Equal(all[1..2], await QuestionsAsync(new TurnFilter { Judgement = Judgement.Commented }));
        Assert.Equal(all[..1], await QuestionsAsync(new TurnFilter { Judgement = Judgement.Corrected }));
        Assert.Equal(all[..2], await QuestionsAsync(new TurnFilter { Since = disliked.AskedAt }));
        Assert.Equal(all[2..], await QuestionsAsync(new TurnFilter { Until = disliked.AskedAt }));
        var together = new TurnFilter
        {
            Outcome = AnswerOutcome.NotInCorpus,
            Channel = "msteams",
            Since = refused.AskedAt,
            Until = refused.AskedAt.AddMinutes(1),
            Judgement = Judgement.Corrected,
            Words = "stole",
        };
        Assert.Equal(all[..1], await QuestionsAsync(together));
        Assert.Empty(await QuestionsAsync(together with { Words = "closed" }));
    }

    [Theory]
    [InlineData("harbour", true)]
    [InlineData("HARBOUR 100%", true)]
    [InlineData("ropes", false)]
    [InlineData("rope harb", true)]
    [InlineData("harbour ferry", false)]
    [InlineData("кремль", true)]
    [InlineData("КРЕМЛЁМ", false)]
    [InlineData("%", true)]
    [InlineData("1%0", false)]
    [InlineData("a_b", true)]
    [InlineData("a_c", false)]
    [InlineData("c:\\", true)]
    [InlineData("'", true)]
    [InlineData("'; DROP TABLE turn --", false)]
    public async Task FindAsync_SearchesQuestionAndAnswer_WhateverTheCharacters(string words, bool isFound)
    {
        await AppendAsync("Is Ada's HARBOUR 100% of a_b, axc or C:\\? Московский Кремль", StorageHost.Key());
        await AppendAsync("Other?", StorageHost.Key(), text: "Nothing.");

        Assert.Equal(isFound ? 1 : 0, (await FindAsync(new TurnFilter { Words = words })).Turns.Count);
    }

    [Fact]
    public async Task ATextThatNoDatabaseStores_IsFoundAllTheSame()
    {
        await AppendAsync("A \0 and a \uD800?", StorageHost.Key());

        Assert.Single((await FindAsync(new TurnFilter { Words = "and \uD800" })).Turns);
    }

    [Fact]
    public async Task ReadConversationAsync_GivesTheTurnsAround_OldestFirst_WithAllFeedback()
    {
        IReadOnlyList<AnsweredTurn> turns = await Host.AskAsync("one?", "two?", "three?", "four?", "five?");
        await AppendAsync("elsewhere?", StorageHost.Key("other"));
        AnswerFeedback first = StorageHost.FeedbackOn(turns[2], Reaction.Like);
        AnswerFeedback second = StorageHost.FeedbackOn(turns[2], Reaction.Dislike, "no") with
        {
            UserId = "another",
            GivenAt = first.GivenAt.AddMinutes(1),
        };
        await Host.Feedback.SaveAsync(second, Cancelled);
        await Host.Feedback.SaveAsync(first, Cancelled);

        IReadOnlyList<ReviewedTurn> around = await Host.Reviews.ReadConversationAsync(
            await NumberAsync("three?"),
            around: 1,
            Cancelled
        );

        Assert.Equal(["two?", "three?", "four?"], around.Select(t => t.Turn.Answer.Question));
        Assert.Equal([first, second], around[1].Feedback);
        Assert.Equal(AnswerJson.Serialize(turns[2].Answer), AnswerJson.Serialize(around[1].Turn.Answer));
        Assert.All(around, t => Assert.Null(t.Correction));
    }

    [Fact]
    public async Task ACorrection_ReplacesTheOneBefore_AndIsTakenBack()
    {
        await Host.AskAsync("one?");
        Assert.True(await CorrectAsync("one?", new Correction("lighthouse", "forty years", MarkedAt)));
        var none = new Correction(null, null, MarkedAt.AddMinutes(1));
        Assert.True(await CorrectAsync("one?", none));

        Assert.Equal(none, Assert.Single(await Host.Reviews.ListCorrectedAsync(10, Cancelled)).Reviewed.Correction);

        await Host.Reviews.UndoCorrectionAsync(await NumberAsync("one?"), Cancelled);
        Assert.Empty(await Host.Reviews.ListCorrectedAsync(10, Cancelled));
        Assert.Null(Assert.Single((await FindAsync(new TurnFilter())).Turns).Correction);
        Assert.False(await Host.Reviews.CorrectAsync(4711, none, Cancelled));
    }

    [Fact]
    public async Task ListCorrectedAsync_GivesWhatEachQuestionCouldReferTo()
    {
        await Host.AskAsync("forgotten?");
        await Host.Conversations.ResetAsync(StorageHost.Key(), Cancelled);
        await Host.AskAsync("one?", "two?", "three?");
        await CorrectAsync("three?", new Correction("lighthouse", null, MarkedAt));
        await CorrectAsync("one?", new Correction(null, null, MarkedAt));

        IReadOnlyList<CorrectedTurn> corrected = await Host.Reviews.ListCorrectedAsync(2, Cancelled);

        Assert.Equal(["one?", "three?"], corrected.Select(c => c.Reviewed.Turn.Answer.Question));
        Assert.Empty(corrected[0].Earlier);
        Assert.Equal(["one?", "two?"], corrected[1].Earlier.Select(t => t.Answer.Question));
        Assert.Equal(
            ["two?"],
            (await Host.Reviews.ListCorrectedAsync(1, Cancelled))[1].Earlier.Select(t => t.Answer.Question)
        );
    }

    [Fact]
    public async Task ACorrection_EndsWithItsTurn_WhenThePersonIsErased_AndWhenTheTimeIsOver()
    {
        await Host.AskAsync("erased?");
        AnsweredTurn kept = Host.CreateTurn("kept?", StorageHost.Key("other")) with { UserId = "another" };
        await Host.Conversations.AppendAsync(kept, Cancelled);
        await CorrectAsync("erased?", new Correction("lighthouse", null, MarkedAt));
        await CorrectAsync("kept?", new Correction("lighthouse", null, MarkedAt));

        await Host.PersonalData.EraseAsync("visitor", Cancelled);
        Assert.Equal(["kept?"], await CorrectedAsync());
        Assert.Equal(["kept?"], await QuestionsAsync(new TurnFilter()));

        Host.Advance(TimeSpan.FromDays(31));
        await Host.Retention.SweepAsync(Cancelled);
        Assert.Empty(await CorrectedAsync());
    }

    private async Task<AnsweredTurn> AppendAsync(
        string question,
        ConversationKey conversation,
        AnswerOutcome outcome = AnswerOutcome.Answered,
        AnswerKind kind = AnswerKind.Answer,
        string? text = null
    )
    {
        AnsweredTurn turn = Host.CreateTurn(question, conversation);
        turn = turn with
        {
            Answer = turn.Answer with { Outcome = outcome, Kind = kind, Text = text ?? turn.Answer.Text },
        };
        await Host.Conversations.AppendAsync(turn, Cancelled);
        Host.Advance(TimeSpan.FromMinutes(1));
        return turn;
    }

    private Task<TurnPage> FindAsync(TurnFilter filter) => Host.Reviews.FindAsync(filter, Cancelled);

    private async Task<IEnumerable<string>> QuestionsAsync(TurnFilter filter) =>
        (await FindAsync(filter)).Turns.Select(t => t.Turn.Answer.Question);

    private async Task<IEnumerable<string>> CorrectedAsync() =>
        (await Host.Reviews.ListCorrectedAsync(10, Cancelled)).Select(c => c.Reviewed.Turn.Answer.Question);

    private async Task<long> NumberAsync(string question) =>
        (await FindAsync(new TurnFilter())).Turns.Single(t => t.Turn.Answer.Question == question).Number;

    private async Task<bool> CorrectAsync(string question, Correction correction) =>
        await Host.Reviews.CorrectAsync(await NumberAsync(question), correction, Cancelled);
}
