namespace SummitBot.TeamsSimulator;

/// <summary>What <c>summitbot teams simulate</c> was asked for.</summary>
/// <param name="Bot">The bot's endpoint.</param>
/// <param name="Script">Lines to do instead of what a person types; null for a person.</param>
/// <param name="Locale">Of the person.</param>
/// <param name="Timeout">How long to wait for an answer.</param>
/// <param name="Wait">How long to wait for the bot to be ready.</param>
/// <param name="Latency">How long the channel takes for each request of the bot.</param>
public sealed record SimulateOptions(
    Uri Bot,
    IReadOnlyList<string>? Script,
    string Locale,
    TimeSpan Timeout,
    TimeSpan Wait,
    TimeSpan Latency
);
