namespace SummitBot.TeamsSimulator;

/// <summary>The options of <c>summitbot teams simulate</c>.</summary>
/// <param name="Bot">The bot's endpoint.</param>
/// <param name="Script">Lines to run instead of typed ones; null for a user.</param>
/// <param name="Locale">The user's locale.</param>
/// <param name="Timeout">Time limit for an answer.</param>
/// <param name="Wait">How long to wait until the bot is ready.</param>
/// <param name="Latency">The channel's delay for each request of the bot.</param>
public sealed record SimulateOptions(
    Uri Bot,
    IReadOnlyList<string>? Script,
    string Locale,
    TimeSpan Timeout,
    TimeSpan Wait,
    TimeSpan Latency
);
