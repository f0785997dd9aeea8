namespace SummitBot.Bot.Authentication.BotTokens;

/// <summary>Gets tokens for the bot's own app id from the login authority.</summary>
public interface IBotTokenSource
{
    /// <summary>A new token, not kept from before.</summary>
    /// <exception cref="BotTokenException">The authority refused, or cannot be reached.</exception>
    Task<BotToken> FetchAsync(CancellationToken cancellationToken);
}
