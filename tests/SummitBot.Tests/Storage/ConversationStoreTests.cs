using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;

namespace SummitBot.Tests.Storage;

public abstract class ConversationStoreTests(TestDatabase database) : StorageTests(database)
{
    public sealed class OnSqlite() : ConversationStoreTests(new SqliteTestDatabase())
    {
        [Fact]
        public async Task RecentAsync_OfADatabaseThatIsNotThere_IsEmpty_AndMakesNone()
        {
            Assert.Empty(await Host.RecentQuestionsAsync());
            Assert.Empty(await Host.Feedback.ListAsync(new FeedbackFilter(), Cancelled));
            Assert.False(File.Exists(Database.Address));
        }

        [Fact]
        public async Task AppendAsync_KeepsNoExplanation_AndADatabaseThatOthersMayNotRead()
        {
            await Host.AskAsync("one?");

            Assert.Null((await Host.Conversations.RecentAsync(StorageHost.Key(), 1, Cancelled))[0].Answer.Explain);
            if (!OperatingSystem.IsWindows())
            {
                const UnixFileMode others = (UnixFileMode)0b_000_111_111;
                foreach (string file in Directory.GetFiles(Path.GetDirectoryName(Database.Address)!))
                {
                    Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(file) & others);
                }
            }
        }
    }

    public sealed class OnPostgres() : ConversationStoreTests(new PostgresTestDatabase());

    [Fact]
    public async Task RecentAsync_GivesTheLastTurns_OldestFirst_ToTheLetter()
    {
        IReadOnlyList<AnsweredTurn> asked = await Host.AskAsync("one?", "two?", "three?");

        IReadOnlyList<AnsweredTurn> recent = await Host.Conversations.RecentAsync(StorageHost.Key(), 2, Cancelled);

        Assert.Equal(asked.Skip(1).Select(AsText), recent.Select(AsText));
        Assert.Empty(await Host.RecentQuestionsAsync(conversation: StorageHost.Key("other")));
        Assert.Empty(await Host.RecentQuestionsAsync(conversation: new ConversationKey("msteams", "one")));
    }

    [Fact]
    public async Task RecentAsync_AfterARestart_GivesWhatWasSaidBefore()
    {
        await Host.AskAsync("before?");
        Host.Dispose();

        StorageHost restarted = Open();
        await restarted.AskAsync("after?");

        Assert.Equal(["before?", "after?"], await restarted.RecentQuestionsAsync());
    }

    [Fact]
    public async Task ResetAsync_LetsLaterQuestionsReferToNothing_ButKeepsTheTurns()
    {
        await Host.AskAsync("one?", "two?");
        await Host.Conversations.ResetAsync(StorageHost.Key(), Cancelled);
        Assert.Empty(await Host.RecentQuestionsAsync());

        await Host.AskAsync("three?");

        Assert.Equal(["three?"], await Host.RecentQuestionsAsync());
        ConversationSummary summary = Assert.Single(await Host.Conversations.ListAsync(10, Cancelled));
        Assert.Equal(3, summary.Turns);
    }

    [Fact]
    public async Task DeleteAsync_LeavesNothingOfTheConversation_AndAllOfTheOthers()
    {
        AnsweredTurn turn = Assert.Single(await Host.AskAsync("one?"));
        AnsweredTurn other = Host.CreateTurn("other?", StorageHost.Key("other"));
        await Host.Conversations.AppendAsync(other, Cancelled);
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(turn, Reaction.Like), Cancelled);
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(other, Reaction.Like), Cancelled);
        await Host.Conversations.TryMarkWelcomedAsync(StorageHost.Key(), null, Cancelled);

        await Host.Conversations.DeleteAsync(StorageHost.Key(), Cancelled);

        Assert.Empty(await Host.RecentQuestionsAsync());
        Assert.True(await Host.Conversations.TryMarkWelcomedAsync(StorageHost.Key(), null, Cancelled));
        FeedbackItem left = Assert.Single(await Host.Feedback.ListAsync(new FeedbackFilter(), Cancelled));
        Assert.Equal("other?", left.Turn!.Answer.Question);
    }

    [Fact]
    public async Task ListAsync_GivesTheLastActiveFirst()
    {
        await Host.AskAsync("one?");
        await Host.Conversations.AppendAsync(Host.CreateTurn("two?", StorageHost.Key("second")), Cancelled);
        Host.Advance(TimeSpan.FromMinutes(1));
        await Host.AskAsync("three?");

        IReadOnlyList<ConversationSummary> list = await Host.Conversations.ListAsync(10, Cancelled);

        Assert.Equal([("one", 2), ("second", 1)], list.Select(c => (c.Conversation.Id, c.Turns)));
        Assert.Equal(StorageHost.Start, list[0].StartedAt);
        Assert.Equal(StorageHost.Start.AddMinutes(2), list[0].LastActiveAt);
        Assert.Single(await Host.Conversations.ListAsync(1, Cancelled));
    }

    [Fact]
    public async Task AskedSinceAsync_GivesTheTurnsOfAllConversations_NewestFirst()
    {
        await Host.AskAsync("old?", "one?");
        await Host.Conversations.AppendAsync(Host.CreateTurn("two?", StorageHost.Key("second")), Cancelled);

        IReadOnlyList<AnsweredTurn> turns = await Host.Conversations.AskedSinceAsync(
            StorageHost.Start.AddMinutes(1),
            10,
            Cancelled
        );

        Assert.Equal(["two?", "one?"], turns.Select(t => t.Answer.Question));
    }

    [Fact]
    public async Task TryMarkWelcomedAsync_IsTrueForOneOfManyAtOnce()
    {
        StorageHost other = Open();
        bool[] welcomed = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(
                        () =>
                            (i % 2 == 0 ? Host : other).Conversations.TryMarkWelcomedAsync(
                                StorageHost.Key(),
                                null,
                                Cancelled
                            ),
                        Cancelled
                    )
                )
        );

        Assert.Single(welcomed, w => w);
    }

    [Fact]
    public async Task AppendAsync_FromManyTasksOfTwoHosts_LosesNothing()
    {
        StorageHost other = Open();
        const int Tasks = 8;
        const int Turns = 50;
        await Task.WhenAll(
            Enumerable
                .Range(0, Tasks)
                .Select(task =>
                    Task.Run(
                        async () =>
                        {
                            StorageHost host = task % 2 == 0 ? Host : other;
                            for (int i = 0; i < Turns; i++)
                            {
                                await host.Conversations.AppendAsync(host.CreateTurn($"{task}-{i}"), Cancelled);
                            }
                        },
                        Cancelled
                    )
                )
        );

        IReadOnlyList<string> kept = await Host.RecentQuestionsAsync(Tasks * Turns * 2);
        Assert.Equal(Tasks * Turns, kept.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Tasks * Turns, kept.Count);
        Assert.All(
            Enumerable.Range(0, Tasks),
            task =>
                Assert.Equal(
                    Enumerable.Range(0, Turns).Select(i => $"{task}-{i}"),
                    kept.Where(q => q.StartsWith($"{task}-", StringComparison.Ordinal))
                )
        );
        Assert.Empty(Host.Logs.Lines);
        Assert.Empty(other.Logs.Lines);
    }

    private static string AsText(AnsweredTurn turn) =>
        $"{turn.Conversation} {turn.UserId} {turn.AskedAt:O} {turn.QuestionActivityId} {turn.AnswerActivityId} {AnswerJson.Serialize(turn.Answer)}";
}
