namespace SummitBot.Bot.Connector.Rates;

/// <summary>So many sends in any span of this length.</summary>
public sealed record RateWindow(int Sends, TimeSpan Length);
