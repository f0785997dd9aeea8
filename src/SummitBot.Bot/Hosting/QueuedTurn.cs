using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using SummitBot.Core.Conversations;

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
    /// <summary>Turns of one conversation run one after the other.</summary>
    public ConversationKey Conversation => new(Activity.ChannelId ?? "", Activity.Conversation?.Id ?? "");
}
