using System.Text;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Hosting.Activities;

namespace SummitBot.Tests.Storage;

public sealed class RetentionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StorageHost _host;

    public RetentionTests() => _host = new StorageHost(_folder["bot.db"], ("RetentionDays", "30"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task SweepAsync_DeletesOldTurnsOfALiveConversation_AndLeavesNoneOfTheirTextInTheFiles()
    {
        await _host.AskAsync("WhoStoleTheSecretPlans?");
        _host.Time.Advance(TimeSpan.FromDays(29));
        await _host.AskAsync("new?");
        Assert.Equal(0, await _host.Retention.SweepAsync(Cancelled));

        _host.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await _host.Retention.SweepAsync(Cancelled));

        Assert.Equal(["new?"], await _host.RecentQuestionsAsync());
        Assert.All(
            Directory.GetFiles(_folder.FullPath),
            file =>
                Assert.DoesNotContain(
                    "WhoStoleTheSecretPlans",
                    Encoding.UTF8.GetString(ReadShared(file)),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task AStoreThatIsFull_MakesRoomByWhatWasSilentLongest()
    {
        using var host = new StorageHost(_folder["full.db"], ("MaxMegabytes", "1"));
        for (int i = 0; i < 400; i++)
        {
            string conversation = i.ToString("D3", System.Globalization.CultureInfo.InvariantCulture);
            await host.Activities.TryStartAsync(conversation, "user", Cancelled);
            await host.Activities.AppendAsync(conversation, new LoggedActivity("a", new string('x', 8_000)), Cancelled);
            host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.NotEqual(0, await host.Retention.SweepAsync(Cancelled));

        using var restarted = new StorageHost(_folder["full.db"], ("MaxMegabytes", "1"));
        Assert.Null(await restarted.Activities.FindAsync("000", Cancelled));
        Assert.NotNull(await restarted.Activities.FindAsync("399", Cancelled));
        Assert.InRange(new FileInfo(_folder["full.db"]).Length, 1, 1_200_000);
        Assert.Equal(0, await restarted.Retention.SweepAsync(Cancelled));
    }

    [Fact]
    public async Task SweepAsync_KeepsATurnAsLongAsItsFeedback()
    {
        AnsweredTurn turn = Assert.Single(await _host.AskAsync("judged?"));
        _host.Time.Advance(TimeSpan.FromDays(20));
        await _host.Feedback.SaveAsync(
            StorageHost.FeedbackOn(turn, Reaction.Dislike) with
            {
                GivenAt = _host.Time.GetUtcNow(),
            },
            Cancelled
        );
        _host.Time.Advance(TimeSpan.FromDays(20));

        Assert.Equal(0, await _host.Retention.SweepAsync(Cancelled));
        Assert.NotNull(Assert.Single(await _host.Feedback.ListAsync(new FeedbackFilter(), Cancelled)).Turn);

        _host.Time.Advance(TimeSpan.FromDays(20));
        await _host.Retention.SweepAsync(Cancelled);
        Assert.Empty(await _host.Feedback.ListAsync(new FeedbackFilter(), Cancelled));
        Assert.Empty(await _host.RecentQuestionsAsync());
        Assert.Empty(await _host.Conversations.ListAsync(10, Cancelled));
    }

    [Fact]
    public async Task SweepAsync_DeletesIdleServedConversationsWhole()
    {
        await _host.Activities.TryStartAsync("live", "visitor", Cancelled);
        await _host.LogAsync("a");
        await _host.Activities.TryStartAsync("idle", "visitor", Cancelled);
        await _host.LogAsync("a", conversation: "idle");
        _host.Time.Advance(TimeSpan.FromDays(20));
        await _host.LogAsync("b");
        _host.Time.Advance(TimeSpan.FromDays(20));

        Assert.Equal(1, await _host.Retention.SweepAsync(Cancelled));

        using var restarted = new StorageHost(_folder["bot.db"]);
        Assert.Null(await restarted.Activities.FindAsync("idle", Cancelled));
        Assert.Empty(await restarted.LoggedIdsAsync(conversation: "idle"));
        Assert.Equal(["a", "b"], await restarted.LoggedIdsAsync());
    }

    [Fact]
    public async Task SweepAsync_WithRetentionZero_DeletesNothing()
    {
        using var host = new StorageHost(_folder["forever.db"], ("RetentionDays", "0"));
        await host.AskAsync("old?");
        host.Time.Advance(TimeSpan.FromDays(10_000));

        Assert.Equal(0, await host.Retention.SweepAsync(Cancelled));
        Assert.Equal(["old?"], await host.RecentQuestionsAsync());
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
