using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Core.Models;
using SummitBot.Hosting.Hosts;
using SummitBot.Hosting.Operation;

namespace SummitBot.Tests.Storage;

public abstract class PersonalDataTests(TestDatabase database) : StorageTests(database)
{
    private static readonly ConversationKey Group = StorageHost.Key("group");

    public sealed class OnSqlite() : PersonalDataTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : PersonalDataTests(new PostgresTestDatabase());

    [Fact]
    public async Task ExportAsync_GivesAllOfOnePerson_AndNothingOfOthers()
    {
        await KeepAsync("ada");
        await KeepAsync("bert");

        PersonalData data = await Host.PersonalData.ExportAsync("ada", Cancelled);

        Assert.Equal(["ada alone?", "ada in the group?"], data.Turns.Select(t => t.Answer.Question));
        Assert.Equal(["said by ada"], data.Feedback.Select(f => f.Comment));
        PersonalConversation conversation = Assert.Single(data.Conversations);
        Assert.Equal("live-ada", conversation.Id);
        Assert.Equal(["""{"id":"a"}""", """{"id":"b"}"""], conversation.Activities);
        Assert.Equal(new UsageAmount(1, 20, 3), Assert.Single(data.Usage).Amount);
        Assert.Equal(["waiting for ada"], data.Waiting);
        Assert.True((await Host.PersonalData.ExportAsync("nobody", Cancelled)).IsEmpty);
    }

    [Fact]
    public async Task EraseAsync_LeavesNothingOfThePerson_AndAllOfOthers()
    {
        await KeepAsync("ada");
        await KeepAsync("bert");
        PersonalData others = await Host.PersonalData.ExportAsync("bert", Cancelled);

        Assert.NotEqual(0, await Host.PersonalData.EraseAsync("ada", Cancelled));

        Assert.True((await Host.PersonalData.ExportAsync("ada", Cancelled)).IsEmpty);
        Assert.Null(await Open().Activities.FindAsync("live-ada", Cancelled));
        Assert.Equal(
            ["alone-bert", "group"],
            (await Host.Conversations.ListAsync(10, Cancelled)).Select(c => c.Conversation.Id).Order()
        );
        PersonalData left = await Host.PersonalData.ExportAsync("bert", Cancelled);
        Assert.Equal(others.Turns.Select(t => t.Answer.Question), left.Turns.Select(t => t.Answer.Question));
        Assert.Equal(others.Feedback, left.Feedback);
        Assert.Equal(others.Usage, left.Usage);
        Assert.Equal(0, await Host.PersonalData.EraseAsync("ada", Cancelled));
    }

    private async Task KeepAsync(string user)
    {
        AnsweredTurn alone = Host.CreateTurn($"{user} alone?", StorageHost.Key($"alone-{user}")) with { UserId = user };
        AnsweredTurn inGroup = Host.CreateTurn($"{user} in the group?", Group) with { UserId = user };
        await Host.Conversations.AppendAsync(alone, Cancelled);
        await Host.Conversations.AppendAsync(inGroup, Cancelled);
        await Host.Feedback.SaveAsync(StorageHost.FeedbackOn(inGroup, Reaction.Like, $"said by {user}"), Cancelled);
        await Host.Activities.TryStartAsync($"live-{user}", user, Cancelled);
        await Host.LogAsync("a", conversation: $"live-{user}");
        await Host.LogAsync("b", conversation: $"live-{user}");
        await Host.Usage.AddAsync(
            new DateOnly(2026, 3, 1),
            [UsageKeys.ForUser(user), UsageKeys.All],
            new UsageAmount(1, 20, 3),
            Cancelled
        );
        await Host.Queue.EnqueueAsync(
            new AcceptedActivity(user, "msteams", user, user, $"waiting for {user}", IsAwaited: false),
            10,
            Cancelled
        );
    }
}
