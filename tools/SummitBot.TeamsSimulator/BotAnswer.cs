namespace SummitBot.TeamsSimulator;

/// <summary>The response of the bot's endpoint.</summary>
/// <param name="Status">0 when it did not respond in time.</param>
public sealed record BotAnswer(int Status, string Body, TimeSpan After)
{
    public bool IsTaken => Status is >= 200 and < 300;
}
