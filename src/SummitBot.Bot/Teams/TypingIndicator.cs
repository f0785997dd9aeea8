using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace SummitBot.Bot.Teams;

/// <summary>Shows that the bot is working.</summary>
internal static class TypingIndicator
{
    /// <summary>
    /// When the channel refuses it, nobody sees that the bot is working; the answer may still arrive.
    /// </summary>
    public static async Task ShowAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        try
        {
            await turn.SendActivityAsync(new Activity(ActivityTypes.Typing), cancellationToken);
        }
        catch (ErrorResponseException)
        {
            // Already logged.
        }
    }
}
