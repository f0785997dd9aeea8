using Microsoft.Bot.Schema;
using SummitBot.Bot.Activities;

namespace SummitBot.Web.Bot;

/// <summary>What the place of a conversation can show.</summary>
public static class ChannelCapabilities
{
    /// <summary>
    /// Suggested actions are shown in one-to-one chats; Teams leaves them out elsewhere (Microsoft, "Create prompt
    /// suggestions").
    /// </summary>
    public static bool HasButtons(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Conversation is { IsGroup: not true, ConversationType: null or ConversationTypes.Personal };
    }
}
