using SummitBot.Bot.Activities;
using SummitBot.Bot.Turns;

namespace SummitBot.Bot.Teams;

/// <summary>Shows that the bot is at work, where nothing better can be shown.</summary>
internal static class TypingSign
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
            // The adapter has logged it.
        }
    }
}
