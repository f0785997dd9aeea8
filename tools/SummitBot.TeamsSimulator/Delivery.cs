namespace SummitBot.TeamsSimulator;

/// <summary>What came of activities that were delivered.</summary>
/// <param name="Endpoint">What the bot's endpoint answered to the last of them.</param>
/// <param name="Messages">What the bot said then.</param>
public sealed record Delivery(BotAnswer Endpoint, IReadOnlyList<BotMessage> Messages);
