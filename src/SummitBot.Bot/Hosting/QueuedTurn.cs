using System.Security.Claims;
using SummitBot.Bot.Activities;
using SummitBot.Core.Conversations;

namespace SummitBot.Bot.Hosting;

/// <summary>An activity that was accepted and waits for the bot.</summary>
/// <param name="Reply">Who waits for the turn's response; null when nobody does.</param>
internal sealed record QueuedTurn(
    ClaimsIdentity Identity,
    Activity Activity,
    TaskCompletionSource<InvokeResponse?>? Reply = null
)
{
    /// <summary>Turns of one conversation are taken one after the other.</summary>
    public ConversationKey Conversation => new(Activity.ChannelId ?? "", Activity.Conversation?.Id ?? "");
}
