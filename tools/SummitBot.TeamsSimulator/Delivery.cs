namespace SummitBot.TeamsSimulator;

/// <summary>The result of delivering activities.</summary>
/// <param name="Endpoint">The response of the bot's endpoint to the last of them.</param>
/// <param name="Messages">The bot's messages after that.</param>
public sealed record Delivery(BotAnswer Endpoint, IReadOnlyList<BotMessage> Messages);
