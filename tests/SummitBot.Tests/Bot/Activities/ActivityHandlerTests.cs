using SummitBot.Bot.Activities;
using SummitBot.Bot.Bots;
using SummitBot.Bot.Turns;
using SummitBot.Tests.Bot.Hosting;

namespace SummitBot.Tests.Bot.Activities;

public sealed class ActivityHandlerTests
{
    [Theory]
    [InlineData("""{"type":"message"}""", "message")]
    [InlineData("""{"type":"messageUpdate"}""", "messageUpdate")]
    [InlineData("""{"type":"messageDelete"}""", "messageDelete")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"u"},{"id":"b"}]}""", "added 2")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"b"}]}""", null)]
    [InlineData("""{"type":"conversationUpdate","membersAdded":null}""", null)]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"u"}]}""", "removed 1")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""", "reacted")]
    [InlineData("""{"type":"messageReaction","reactionsRemoved":[{"type":"like"}]}""", "unreacted")]
    [InlineData("""{"type":"event","name":"x"}""", "event")]
    [InlineData("""{"type":"event","name":"tokens/response"}""", "token")]
    [InlineData("""{"type":"typing"}""", "typing")]
    [InlineData("""{"type":"endOfConversation"}""", "end")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"remove-upgrade"}""", "uninstalled")]
    [InlineData("""{"type":"installationUpdate"}""", null)]
    [InlineData("""{"type":"command"}""", "command")]
    [InlineData("""{"type":"commandResult"}""", "commandResult")]
    [InlineData("""{"type":"somethingNew"}""", "unknown")]
    public async Task EveryTypeOfActivity_HasItsMethod(string json, string? expected)
    {
        Activity activity = ActivityJson.Deserialize<Activity>(json)!;
        activity.Recipient = new ChannelAccount("b");
        var bot = new SpellingBot();
        using var turn = new TurnContext(TestAdapter.Of(new RecordingConnector()), activity);

        await bot.OnTurnAsync(turn, TestContext.Current.CancellationToken);

        Assert.Equal(expected, bot.Seen);
    }

    private sealed class SpellingBot : ActivityHandler
    {
        public string? Seen { get; private set; }

        protected override Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("message");

        protected override Task OnMessageUpdateActivityAsync(
            ITurnContext<IMessageUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("messageUpdate");

        protected override Task OnMessageDeleteActivityAsync(
            ITurnContext<IMessageDeleteActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("messageDelete");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync($"added {membersAdded.Count}");

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync($"removed {membersRemoved.Count}");

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("reacted");

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("unreacted");

        protected override Task OnEventAsync(
            ITurnContext<IEventActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("event");

        protected override Task OnTokenResponseEventAsync(
            ITurnContext<IEventActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("token");

        protected override Task OnTypingActivityAsync(
            ITurnContext<ITypingActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("typing");

        protected override Task OnEndOfConversationActivityAsync(
            ITurnContext<IEndOfConversationActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("end");

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("installed");

        protected override Task OnInstallationUpdateRemoveAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("uninstalled");

        protected override Task OnCommandActivityAsync(
            ITurnContext<ICommandActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("command");

        protected override Task OnCommandResultActivityAsync(
            ITurnContext<ICommandResultActivity> turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("commandResult");

        protected override Task OnUnrecognizedActivityTypeAsync(
            ITurnContext turnContext,
            CancellationToken cancellationToken
        ) => SeeAsync("unknown");

        private Task SeeAsync(string what)
        {
            Seen = what;
            return Task.CompletedTask;
        }
    }
}
