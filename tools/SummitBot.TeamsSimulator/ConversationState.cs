namespace SummitBot.TeamsSimulator;

/// <summary>What a conversation has come to.</summary>
/// <param name="Messages">All messages of the bot.</param>
/// <param name="Signs">How many requests of the bot were looked at: typing, pieces, messages.</param>
/// <param name="Pieces">How many of them were pieces of streams.</param>
/// <param name="IsStreaming">A stream has begun and not ended.</param>
/// <param name="IsTyping">The typing sign came after the last message: there is more to come.</param>
/// <param name="LastRequest">When the bot last sent something; a time stamp.</param>
public sealed record ConversationState(
    IReadOnlyList<BotMessage> Messages,
    int Signs,
    int Pieces,
    bool IsStreaming,
    bool IsTyping,
    long LastRequest
);
