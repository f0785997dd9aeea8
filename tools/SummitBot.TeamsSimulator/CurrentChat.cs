using System.Text.Json.Nodes;

namespace SummitBot.TeamsSimulator;

/// <summary>The conversation that a person is in, and what came of the last thing that was done there.</summary>
public sealed class CurrentChat(TeamsChannel channel, TeamsUser user, ChannelSession session, SimulationPrinter printer)
{
    private SimulatedConversation? _conversation;

    /// <summary>The questions that were suggested last, wherever that was.</summary>
    public IReadOnlyList<string> Suggestions { get; private set; } = [];

    /// <summary>What the person said last.</summary>
    public JsonObject? LastMessage { get; private set; }

    /// <summary>The last message of the bot.</summary>
    public BotMessage? LastAnswer { get; private set; }

    /// <summary>What came of the last thing that was done.</summary>
    public Delivery Last { get; set; } = new(new BotAnswer(0, "", TimeSpan.Zero), []);

    public async Task<SimulatedConversation> ConversationAsync(CancellationToken cancellationToken)
    {
        if (_conversation is null)
        {
            await OpenAsync(ConversationKind.Personal, cancellationToken);
        }

        return _conversation!;
    }

    /// <summary>Teams says in two ways that the bot was added; it is to greet once.</summary>
    public async Task OpenAsync(ConversationKind kind, CancellationToken cancellationToken)
    {
        _conversation = TeamsUser.OpenIn(channel, kind);
        printer.Person(_conversation, "adds the bot");
        await DeliverAsync([.. user.Installation(_conversation)], 1, cancellationToken);
        if (Last.Messages.Count > 1)
        {
            session.Break("welcome", $"The bot greeted {Last.Messages.Count} times.");
        }
    }

    /// <param name="messages">How many are awaited.</param>
    public async Task SayAsync(
        string shown,
        Func<SimulatedConversation, JsonObject> activityIn,
        int messages,
        CancellationToken cancellationToken
    )
    {
        SimulatedConversation conversation = await ConversationAsync(cancellationToken);
        LastMessage = activityIn(conversation);
        printer.Person(conversation, shown);
        await DeliverAsync([LastMessage], messages, cancellationToken);
    }

    /// <summary>Something that the bot need not answer.</summary>
    public async Task ActAsync(
        string shown,
        Func<SimulatedConversation, JsonObject> activityIn,
        CancellationToken cancellationToken
    )
    {
        SimulatedConversation conversation = await ConversationAsync(cancellationToken);
        printer.Person(conversation, shown);
        await DeliverAsync([activityIn(conversation)], 0, cancellationToken);
    }

    /// <summary>Delivers activities of the present conversation.</summary>
    public async Task DeliverAsync(
        IReadOnlyList<JsonObject> activities,
        int messages,
        CancellationToken cancellationToken
    )
    {
        Last = await session.DeliverAsync(_conversation!, activities, messages, cancellationToken);
        if (Last.Messages is [.., var answer])
        {
            LastAnswer = answer;
            Suggestions = answer.Suggestions.Count > 0 ? answer.Suggestions : Suggestions;
        }
    }

    public async Task SendAgainAsync(CancellationToken cancellationToken)
    {
        SimulatedConversation conversation = await ConversationAsync(cancellationToken);
        if (LastMessage is null)
        {
            session.Break("expectation", "There is no message that could be delivered again.");
            return;
        }

        printer.Person(conversation, "the last message is delivered again");
        await DeliverAsync([LastMessage], 0, cancellationToken);
        if (Last.Messages.Count > 0)
        {
            session.Break("twice", "A message that was delivered twice was answered twice.");
        }
    }
}
