using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace SummitBot.Bot.Teams;

/// <summary>Shows that the bot is at work.</summary>
internal static class TypingIndicator
{
    /// <summary>When the channel does not take it, nobody sees that the bot is at work; the answer may still arrive.</summary>
    public static async Task ShowAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        try
        {
            await turn.SendActivityAsync(new Activity(ActivityTypes.Typing), cancellationToken);
        }
        catch (ErrorResponseException)
        {
            // It is logged.
        }
    }
}
