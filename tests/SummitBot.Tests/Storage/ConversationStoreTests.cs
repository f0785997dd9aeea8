using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;

namespace SummitBot.Tests.Storage;

public sealed class ConversationStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StorageHost _host;

    public ConversationStoreTests() => _host = new StorageHost(Path);

    private string Path => _folder["deep/er/bot.db"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task RecentAsync_GivesTheLastTurns_OldestFirst_ToTheLetter()
    {
        IReadOnlyList<AnsweredTurn> asked = await _host.AskAsync("one?", "two?", "three?");

        IReadOnlyList<AnsweredTurn> recent = await _host.Conversations.RecentAsync(StorageHost.Key(), 2, Cancelled);

        Assert.Equal(asked.Skip(1).Select(AsText), recent.Select(AsText));
        Assert.Empty(await _host.RecentQuestionsAsync(conversation: StorageHost.Key("other")));
        Assert.Empty(await _host.RecentQuestionsAsync(conversation: new ConversationKey("msteams", "one")));
    }

    [Fact]
    public async Task RecentAsync_AfterARestart_GivesWhatWasSaidBefore()
    {
        await _host.AskAsync("before?");
        _host.Dispose();

        using var restarted = new StorageHost(Path);
        await restarted.AskAsync("after?");

        Assert.Equal(["before?", "after?"], await restarted.RecentQuestionsAsync());
    }

    [Fact]
    public async Task RecentAsync_OfADatabaseThatIsNotThere_IsEmpty_AndMakesNone()
    {
        Assert.Empty(await _host.RecentQuestionsAsync());
        Assert.Empty(await _host.Feedback.ListAsync(new FeedbackFilter(), Cancelled));
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task AppendAsync_KeepsNoExplanation_AndADatabaseThatOthersMayNotRead()
    {
        await _host.AskAsync("one?");

        Assert.Null((await _host.Conversations.RecentAsync(StorageHost.Key(), 1, Cancelled))[0].Answer.Explain);
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode others = (UnixFileMode)0b_000_111_111;
            foreach (string file in Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!))
            {
                Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(file) & others);
            }
        }
    }

    [Fact]
    public async Task ResetAsync_LetsLaterQuestionsReferToNothing_ButKeepsTheTurns()
    {
        await _host.AskAsync("one?", "two?");
        await _host.Conversations.ResetAsync(StorageHost.Key(), Cancelled);
        Assert.Empty(await _host.RecentQuestionsAsync());

        await _host.AskAsync("three?");

        Assert.Equal(["three?"], await _host.RecentQuestionsAsync());
        ConversationSummary summary = Assert.Single(await _host.Conversations.ListAsync(10, Cancelled));
        Assert.Equal(3, summary.Turns);
    }

    [Fact]
    public async Task DeleteAsync_LeavesNothingOfTheConversation_AndAllOfTheOthers()
    {
        AnsweredTurn turn = Assert.Single(await _host.AskAsync("one?"));
        AnsweredTurn other = _host.CreateTurn("other?", StorageHost.Key("other"));
        await _host.Conversations.AppendAsync(other, Cancelled);
        await _host.Feedback.SaveAsync(StorageHost.FeedbackOn(turn, Reaction.Like), Cancelled);
        await _host.Feedback.SaveAsync(StorageHost.FeedbackOn(other, Reaction.Like), Cancelled);
        await _host.Conversations.TryMarkWelcomedAsync(StorageHost.Key(), Cancelled);

        await _host.Conversations.DeleteAsync(StorageHost.Key(), Cancelled);

        Assert.Empty(await _host.RecentQuestionsAsync());
        Assert.True(await _host.Conversations.TryMarkWelcomedAsync(StorageHost.Key(), Cancelled));
        FeedbackItem left = Assert.Single(await _host.Feedback.ListAsync(new FeedbackFilter(), Cancelled));
        Assert.Equal("other?", left.Turn!.Answer.Question);
    }

    [Fact]
    public async Task ListAsync_GivesTheLastActiveFirst()
    {
        await _host.AskAsync("one?");
        await _host.Conversations.AppendAsync(_host.CreateTurn("two?", StorageHost.Key("second")), Cancelled);
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _host.AskAsync("three?");

        IReadOnlyList<ConversationSummary> list = await _host.Conversations.ListAsync(10, Cancelled);

        Assert.Equal([("one", 2), ("second", 1)], list.Select(c => (c.Conversation.Id, c.Turns)));
        Assert.Equal(StorageHost.Start, list[0].StartedAt);
        Assert.Equal(StorageHost.Start.AddMinutes(2), list[0].LastActiveAt);
        Assert.Single(await _host.Conversations.ListAsync(1, Cancelled));
    }

    [Fact]
    public async Task AskedSinceAsync_GivesTheTurnsOfAllConversations_NewestFirst()
    {
        await _host.AskAsync("old?", "one?");
        await _host.Conversations.AppendAsync(_host.CreateTurn("two?", StorageHost.Key("second")), Cancelled);

        IReadOnlyList<AnsweredTurn> turns = await _host.Conversations.AskedSinceAsync(
            StorageHost.Start.AddMinutes(1),
            10,
            Cancelled
        );

        Assert.Equal(["two?", "one?"], turns.Select(t => t.Answer.Question));
    }

    [Fact]
    public async Task TryMarkWelcomedAsync_IsTrueForOneOfManyAtOnce()
    {
        using var other = new StorageHost(Path);
        bool[] welcomed = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(
                        () =>
                            (i % 2 == 0 ? _host : other).Conversations.TryMarkWelcomedAsync(
                                StorageHost.Key(),
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
        using var other = new StorageHost(Path);
        const int Tasks = 8;
        const int Turns = 50;
        await Task.WhenAll(
            Enumerable
                .Range(0, Tasks)
                .Select(task =>
                    Task.Run(
                        async () =>
                        {
                            StorageHost host = task % 2 == 0 ? _host : other;
                            for (int i = 0; i < Turns; i++)
                            {
                                await host.Conversations.AppendAsync(host.CreateTurn($"{task}-{i}"), Cancelled);
                            }
                        },
                        Cancelled
                    )
                )
        );

        IReadOnlyList<string> kept = await _host.RecentQuestionsAsync(Tasks * Turns * 2);
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
        Assert.Empty(_host.Logs.Lines);
        Assert.Empty(other.Logs.Lines);
    }

    private static string AsText(AnsweredTurn turn) =>
        $"{turn.Conversation} {turn.UserId} {turn.AskedAt:O} {turn.QuestionActivityId} {turn.AnswerActivityId} {AnswerJson.Serialize(turn.Answer)}";
}
