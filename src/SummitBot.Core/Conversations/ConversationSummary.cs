namespace SummitBot.Core.Conversations;

/// <summary>What is known of a conversation without reading its turns.</summary>
/// <param name="Turns">Turns kept, those before a reset too.</param>
public sealed record ConversationSummary(
    ConversationKey Conversation,
    DateTimeOffset StartedAt,
    DateTimeOffset LastActiveAt,
    int Turns
);
