namespace SummitBot.Core.Conversations;

/// <summary>Names a conversation. Ids are unique only inside their channel.</summary>
/// <param name="Channel">The channel's id, for example <c>msteams</c> or <c>directline</c>.</param>
/// <param name="Id">The channel's id of the conversation.</param>
public readonly record struct ConversationKey(string Channel, string Id)
{
    public override string ToString() => $"{Channel}/{Id}";
}
