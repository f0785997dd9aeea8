namespace SummitBot.Bot.Authentication.BotTokens;

/// <summary>By which the bot shows itself to a channel. A class, not a record: a record would print its value.</summary>
public sealed class BotToken(string value, DateTimeOffset expiresAt)
{
    public string Value { get; } = value;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;
}
