namespace SummitBot.BotFramework.DirectLine.Tokens;

/// <summary>What a token says, once its signature was checked.</summary>
/// <param name="Conversation">The one conversation that it opens.</param>
/// <param name="User">The one who speaks in it.</param>
/// <param name="Origins">The pages that may use it; empty for all that may talk to the bot.</param>
internal sealed record DirectLineToken(
    string Conversation,
    string User,
    IReadOnlyList<string> Origins,
    DateTimeOffset Expires
);
