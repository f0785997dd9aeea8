namespace SummitBot.Core.Conversations;

/// <summary>What is known about a conversation without reading its turns.</summary>
/// <param name="Turns">Number of stored turns, including those before a reset.</param>
public sealed record ConversationSummary(
    ConversationKey Conversation,
    DateTimeOffset StartedAt,
    DateTimeOffset LastActiveAt,
    int Turns
);
