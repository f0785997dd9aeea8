namespace SummitBot.Bot.Teams;

/// <summary>What came of a <see cref="DraftedReply"/>.</summary>
/// <param name="Id">The channel's id of the one message; null when it gave none.</param>
/// <param name="IsReplaced">The message says what the whole one says; false when the draft stands.</param>
public sealed record DraftedReplyEnd(string? Id, bool IsReplaced);
