namespace SummitBot.Bot.Teams;

/// <summary>The result of a <see cref="DraftedReply"/>.</summary>
/// <param name="Id">The channel's id of the message; null when it gave none.</param>
/// <param name="IsReplaced">True when the message now has the whole text; false when it still is the draft.</param>
public sealed record DraftedReplyEnd(string? Id, bool IsReplaced);
