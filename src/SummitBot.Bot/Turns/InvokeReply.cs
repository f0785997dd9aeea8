using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Turns;

/// <summary>The activity by which a bot answers an invoke; adapters keep it for the HTTP response and never send it.</summary>
public static class InvokeReply
{
    /// <summary>The key in <see cref="ITurnContext.TurnState"/> under which adapters keep it.</summary>
    public const string Key = "BotFrameworkAdapter.InvokeResponse";

    public static Activity Of(InvokeResponse response) => new(ActivityTypes.InvokeResponse) { Value = response };
}
