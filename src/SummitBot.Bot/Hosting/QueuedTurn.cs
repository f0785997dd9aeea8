using System.Diagnostics;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using SummitBot.Core.Conversations;
using Activity = Microsoft.Bot.Schema.Activity;

namespace SummitBot.Bot.Hosting;

/// <summary>An accepted activity that waits for the bot.</summary>
/// <param name="Bot">The service that handles the turn: <see cref="IBot"/>, or another bot of the container.</param>
/// <param name="Reply">Completed with the turn's response; null when nobody waits for it.</param>
internal sealed record QueuedTurn(
    AuthenticateRequestResult Caller,
    Activity Activity,
    Type Bot,
    TaskCompletionSource<InvokeResponse?>? Reply = null
)
{
    /// <summary>Its place in the queue that survives this host; null when it is in memory only.</summary>
    public TurnDelivery? Delivery { get; init; }

    /// <summary>The trace context of the request that brought it.</summary>
    public ActivityContext Origin { get; init; } = System.Diagnostics.Activity.Current?.Context ?? default;

    /// <summary>Turns of one conversation run one after the other.</summary>
    public ConversationKey Conversation => new(Activity.ChannelId ?? "", Activity.Conversation?.Id ?? "");
}
