using Microsoft.Extensions.Options;
using SummitBot.Bot;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Hosting;
using SummitBot.Core.Conversations;

namespace SummitBot.Web.Bot;

/// <summary>Speaks of the bot's own accord, in conversations that it was in before.</summary>
public sealed class ProactiveMessenger(
    IConversationStore conversations,
    CloudAdapter adapter,
    IOptions<BotOptions> options
)
{
    /// <returns>False when the conversation is not known, or its channel did not take the message, which is logged.</returns>
    public async Task<bool> SendAsync(
        ConversationKey conversation,
        IMessageActivity message,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        string? kept = await conversations.ReadPayloadAsync(conversation, cancellationToken);
        if (kept is null || ActivityJson.Deserialize<ConversationReference>(kept) is not { } reference)
        {
            return false;
        }

        bool isTaken = false;
        await adapter.ContinueConversationAsync(
            options.Value.AppId,
            reference,
            async (turn, token) =>
            {
                // The activity that begins such a turn exists nowhere else: nothing can be a reply to it.
                turn.Activity.Id = null;
                await turn.SendActivityAsync(message, token);
                isTaken = true;
            },
            cancellationToken
        );
        return isTaken;
    }
}
