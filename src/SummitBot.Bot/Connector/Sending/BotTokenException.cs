namespace SummitBot.Bot.Connector.Sending;

/// <summary>The login authority gave no token. The message is for operators; it holds no secret.</summary>
public sealed class BotTokenException(string message, Exception? inner = null) : Exception(message, inner);
