namespace SummitBot.Bot.Activities;

/// <summary>A reaction to the message <see cref="IActivity.ReplyToId"/>.</summary>
public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction>? ReactionsAdded { get; set; }

    IList<MessageReaction>? ReactionsRemoved { get; set; }
}
