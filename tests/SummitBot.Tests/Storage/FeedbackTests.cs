using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Evaluation;

namespace SummitBot.Tests.Storage;

public abstract class FeedbackTests(TestDatabase database) : StorageTests(database)
{
    public sealed class OnSqlite() : FeedbackTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : FeedbackTests(new PostgresTestDatabase());

    [Fact]
    public async Task ListAsync_GivesTheNewestFirst_WithWhatItIsAbout()
    {
        IReadOnlyList<AnsweredTurn> turns = await Host.AskAsync("one?", "two?");
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(turns[0], Reaction.Like), Cancelled);
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(turns[1], Reaction.Dislike, "“no” 👎"), Cancelled);

        IReadOnlyList<FeedbackItem> items = await ListAsync(new FeedbackFilter());

        Assert.Equal(["two?", "one?"], items.Select(i => i.Turn!.Answer.Question));
        Assert.Equal(StorageHost.FeedbackOn(turns[1], Reaction.Dislike, "“no” 👎"), items[0].Feedback);
        Assert.Equal(["one?"], items[0].Earlier.Select(t => t.Answer.Question));
        Assert.Empty(items[1].Earlier);
    }

    [Fact]
    public async Task SaveAsync_ReplacesTheSamePersonsFeedback_AndKeepsAnothers()
    {
        AnsweredTurn turn = Assert.Single(await Host.AskAsync("one?"));
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(turn, Reaction.Like), Cancelled);
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(turn, Reaction.Dislike, "wrong"), Cancelled);
        await Host.Feedback.SaveAsync(
            StorageHost.FeedbackOn(turn, Reaction.Like) with
            {
                UserId = "another",
                GivenAt = turn.AskedAt,
            },
            Cancelled
        );

        IReadOnlyList<FeedbackItem> items = await ListAsync(new FeedbackFilter());

        Assert.Equal(
            [("visitor", Reaction.Dislike, "wrong"), ("another", Reaction.Like, null)],
            items.Select(i => (i.Feedback.UserId, i.Feedback.Reaction, i.Feedback.Comment))
        );
    }

    [Fact]
    public async Task ListAsync_ObeysItsFilter()
    {
        IReadOnlyList<AnsweredTurn> turns = await Host.AskAsync("one?", "two?", "three?");
        foreach (AnsweredTurn turn in turns)
        {
            Reaction reaction = turn == turns[1] ? Reaction.Dislike : Reaction.Like;
            await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(turn, reaction), Cancelled);
        }

        Assert.Equal(["two?"], await QuestionsAsync(new FeedbackFilter(Reaction: Reaction.Dislike)));
        Assert.Equal(["three?"], await QuestionsAsync(new FeedbackFilter(Count: 1)));
        Assert.Equal(
            ["three?", "two?"],
            await QuestionsAsync(new FeedbackFilter(Since: StorageHost.Start.AddMinutes(2)))
        );
    }

    [Fact]
    public async Task FeedbackOnAnUnknownAnswer_IsKept_WithoutATurn()
    {
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(Host.CreateTurn("gone?"), Reaction.Like), Cancelled);

        FeedbackItem item = Assert.Single(await ListAsync(new FeedbackFilter()));

        Assert.Null(item.Turn);
        Assert.Empty(FeedbackQuestions.From([item]));
    }

    [Fact]
    public async Task AfterAReset_AQuestionHasNoEarlierTurns()
    {
        await Host.AskAsync("one?");
        await Host.Conversations.ResetAsync(StorageHost.Key(), Cancelled);
        IReadOnlyList<AnsweredTurn> turns = await Host.AskAsync("two?", "three?");
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(turns[1], Reaction.Like), Cancelled);

        FeedbackItem item = Assert.Single(await ListAsync(new FeedbackFilter()));

        Assert.Equal(["two?"], item.Earlier.Select(t => t.Answer.Question));
    }

    [Fact]
    public async Task AnExport_IsReadByTheEvaluationAsItWasMeant()
    {
        IReadOnlyList<AnsweredTurn> turns = await Host.AskAsync("Who cut it?", "And with what?");
        AnsweredTurn refused = await AppendAsync("Who baked it?", a => a with { Outcome = AnswerOutcome.NotInCorpus });
        AnsweredTurn talk = await AppendAsync("Hello", a => a with { Kind = AnswerKind.SmallTalk });
        await SaveAsync(turns[0], Reaction.Like);
        await SaveAsync(turns[1], Reaction.Dislike, "It was a sword.\nReally.");
        await SaveAsync(refused, Reaction.Like);
        await SaveAsync(talk, Reaction.Like);
        using var folder = new TemporaryFolder();
        string file = folder["export.jsonl"];

        IReadOnlyList<EvaluationQuestion> exported = FeedbackQuestions.From(await ListAsync(new FeedbackFilter()));
        await File.WriteAllLinesAsync(file, exported.Select(EvaluationDataWriter.Write), Cancelled);
        IReadOnlyList<EvaluationQuestion> read = (await EvaluationDataReader.ReadAsync(file, Cancelled)).Questions;

        Assert.Equal(["Who cut it?", "And with what?", "Who baked it?"], read.Select(q => q.Text));
        Assert.Equal([true, null, false], read.Select(q => q.IsAnswerable));
        Assert.Equal(["liked", "disliked", "liked"], read.Select(q => q.Kind));
        Assert.Equal(["Ada Quill"], read[0].Answers);
        Assert.Equal(["harbour-opens"], read[0].DocIds);
        Assert.Equal("It was a sword.\nReally.", read[1].Comment);
        Assert.Empty(read[1].DocIds);
        Assert.Equal(turns[0].Said, read[1].Conversation);
    }

    [Fact]
    public async Task OfSeveralFeedbacksOnOneQuestion_TheNewestCounts()
    {
        AnsweredTurn first = Assert.Single(await Host.AskAsync("one?"));
        AnsweredTurn second = Host.CreateTurn("one?", StorageHost.Key("elsewhere"));
        await Host.Conversations.AppendAsync(second, Cancelled);
        await SaveAsync(first, Reaction.Like);
        await SaveAsync(second, Reaction.Dislike);

        EvaluationQuestion question = Assert.Single(FeedbackQuestions.From(await ListAsync(new FeedbackFilter())));

        Assert.Equal("disliked", question.Kind);
    }

    private async Task<AnsweredTurn> AppendAsync(string question, Func<AnswerDocument, AnswerDocument> change)
    {
        AnsweredTurn turn = Host.CreateTurn(question);
        turn = turn with { Answer = change(turn.Answer) };
        await Host.Conversations.AppendAsync(turn, Cancelled);
        Host.Advance(TimeSpan.FromMinutes(1));
        return turn;
    }

    private Task SaveAsync(AnsweredTurn turn, Reaction reaction, string? comment = null) =>
        Host.Feedback.SaveAsync(StorageHost.FeedbackOn(turn, reaction, comment), Cancelled);

    [Fact]
    public async Task ListAsync_GivesAsManyEarlierTurnsAsAreWanted_TheNewest()
    {
        IReadOnlyList<AnsweredTurn> turns = await Host.AskAsync("one?", "two?", "three?", "four?");
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(turns[3], Reaction.Like), Cancelled);

        FeedbackItem two = Assert.Single(await ListAsync(new FeedbackFilter(EarlierTurns: 2)));
        FeedbackItem none = Assert.Single(await ListAsync(new FeedbackFilter(EarlierTurns: 0)));

        Assert.Equal(["two?", "three?"], two.Earlier.Select(t => t.Answer.Question));
        Assert.Equal("four?", none.Turn?.Answer.Question);
        Assert.Empty(none.Earlier);
    }

    private Task<IReadOnlyList<FeedbackItem>> ListAsync(FeedbackFilter filter) =>
        Host.Feedback.ListAsync(filter, Cancelled);

    private async Task<IEnumerable<string>> QuestionsAsync(FeedbackFilter filter) =>
        (await ListAsync(filter)).Select(i => i.Turn!.Answer.Question);
}
