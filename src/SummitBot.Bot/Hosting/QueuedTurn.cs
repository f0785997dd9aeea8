using System.Diagnostics;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using SummitBot.Core.Conversations;
using Activity = Microsoft.Bot.Schema.Activity;

namespace SummitBot.Bot.Hosting;

/// <summary>An activity that was accepted and waits for the bot.</summary>
/// <param name="Bot">The service that takes the turn: <see cref="IBot"/>, or another bot of the container.</param>
/// <param name="Reply">Who waits for the turn's response; null when nobody does.</param>
internal sealed record QueuedTurn(
    AuthenticateRequestResult Caller,
    Activity Activity,
    Type Bot,
    TaskCompletionSource<InvokeResponse?>? Reply = null
)
{
    /// <summary>Its place in the queue that outlives this host; null when it stands in memory only.</summary>
    public TurnDelivery? Delivery { get; init; }

    /// <summary>The request that brought it, for traces.</summary>
    public ActivityContext Origin { get; init; } = System.Diagnostics.Activity.Current?.Context ?? default;

    /// <summary>Turns of one conversation are taken one after the other.</summary>
    public ConversationKey Conversation => new(Activity.ChannelId ?? "", Activity.Conversation?.Id ?? "");
}
