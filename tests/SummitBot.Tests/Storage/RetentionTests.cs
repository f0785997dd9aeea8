using System.Text;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Hosting.Activities;

namespace SummitBot.Tests.Storage;

public abstract class RetentionTests(TestDatabase database) : StorageTests(database, ("RetentionDays", "30"))
{
    public sealed class OnSqlite() : RetentionTests(new SqliteTestDatabase())
    {
        [Fact]
        public async Task SweepAsync_DeletesOldTurnsOfALiveConversation_AndLeavesNoneOfTheirTextInTheFiles()
        {
            await Host.AskAsync("WhoStoleTheSecretPlans?");
            Host.Advance(TimeSpan.FromDays(29));
            await Host.AskAsync("new?");
            Assert.Equal(0, await Host.Retention.SweepAsync(Cancelled));

            Host.Advance(TimeSpan.FromDays(2));
            Assert.Equal(1, await Host.Retention.SweepAsync(Cancelled));

            Assert.Equal(["new?"], await Host.RecentQuestionsAsync());
            Assert.All(
                Directory.GetFiles(Path.GetDirectoryName(Database.Address)!),
                file =>
                    Assert.DoesNotContain(
                        "WhoStoleTheSecretPlans",
                        Encoding.UTF8.GetString(ReadShared(file)),
                        StringComparison.OrdinalIgnoreCase
                    )
            );
        }

        [Fact]
        public async Task AStoreThatIsFull_MakesRoomByWhatWasSilentLongest()
        {
            using StorageHost host = Open(("MaxMegabytes", "1"));
            for (int i = 0; i < 400; i++)
            {
                string conversation = i.ToString("D3", System.Globalization.CultureInfo.InvariantCulture);
                await host.Activities.TryStartAsync(conversation, "user", Cancelled);
                await host.Activities.AppendAsync(
                    conversation,
                    new LoggedActivity("a", new string('x', 8_000)),
                    Cancelled
                );
                host.Advance(TimeSpan.FromSeconds(1));
            }

            Assert.NotEqual(0, await host.Retention.SweepAsync(Cancelled));

            using StorageHost restarted = Open(("MaxMegabytes", "1"));
            Assert.Null(await restarted.Activities.FindAsync("000", Cancelled));
            Assert.NotNull(await restarted.Activities.FindAsync("399", Cancelled));
            Assert.InRange(new FileInfo(Database.Address).Length, 1, 1_200_000);
            Assert.Equal(0, await restarted.Retention.SweepAsync(Cancelled));
        }

        [Fact]
        public async Task SweepAsync_WithRetentionZero_DeletesNothing()
        {
            using StorageHost host = Open(("RetentionDays", "0"));
            await host.AskAsync("old?");
            host.Advance(TimeSpan.FromDays(10_000));

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

    public sealed class OnPostgres() : RetentionTests(new PostgresTestDatabase());

    [Fact]
    public async Task SweepAsync_KeepsATurnAsLongAsItsFeedback()
    {
        AnsweredTurn turn = Assert.Single(await Host.AskAsync("judged?"));
        Host.Advance(TimeSpan.FromDays(20));
        await Host.Feedback.SaveAsync(
            StorageHost.FeedbackOn(turn, Reaction.Dislike) with
            {
                GivenAt = Host.Time.GetUtcNow(),
            },
            Cancelled
        );
        Host.Advance(TimeSpan.FromDays(20));

        Assert.Equal(0, await Host.Retention.SweepAsync(Cancelled));
        Assert.NotNull(Assert.Single(await Host.Feedback.ListAsync(new FeedbackFilter(), Cancelled)).Turn);

        Host.Advance(TimeSpan.FromDays(20));
        await Host.Retention.SweepAsync(Cancelled);
        Assert.Empty(await Host.Feedback.ListAsync(new FeedbackFilter(), Cancelled));
        Assert.Empty(await Host.RecentQuestionsAsync());
        Assert.Empty(await Host.Conversations.ListAsync(10, Cancelled));
    }

    [Fact]
    public async Task SweepAsync_DeletesIdleServedConversationsWhole()
    {
        await Host.Activities.TryStartAsync("live", "visitor", Cancelled);
        await Host.LogAsync("a");
        await Host.Activities.TryStartAsync("idle", "visitor", Cancelled);
        await Host.LogAsync("a", conversation: "idle");
        Host.Advance(TimeSpan.FromDays(20));
        await Host.LogAsync("b");
        Host.Advance(TimeSpan.FromDays(20));

        Assert.Equal(1, await Host.Retention.SweepAsync(Cancelled));

        StorageHost restarted = Open();
        Assert.Null(await restarted.Activities.FindAsync("idle", Cancelled));
        Assert.Empty(await restarted.LoggedIdsAsync(conversation: "idle"));
        Assert.Equal(["a", "b"], await restarted.LoggedIdsAsync());
    }
}
