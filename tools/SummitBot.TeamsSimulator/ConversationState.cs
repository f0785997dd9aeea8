namespace SummitBot.TeamsSimulator;

/// <summary>The state of a conversation.</summary>
/// <param name="Messages">All messages of the bot.</param>
/// <param name="Signs">Number of requests of the bot so far: typing, parts, messages.</param>
/// <param name="Pieces">Number of parts of streams among them.</param>
/// <param name="IsStreaming">True while a stream is open.</param>
/// <param name="IsTyping">True when the typing indicator came after the last message: there is more to come.</param>
/// <param name="LastRequest">When the bot last sent something; a time stamp.</param>
public sealed record ConversationState(
    IReadOnlyList<BotMessage> Messages,
    int Signs,
    int Pieces,
    bool IsStreaming,
    bool IsTyping,
    long LastRequest
);
