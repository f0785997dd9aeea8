namespace SummitBot.Bot.Activities;

public interface IEndOfConversationActivity : IActivity
{
    /// <summary>One of <see cref="EndOfConversationCodes"/>.</summary>
    string? Code { get; set; }

    string? Text { get; set; }
}
