namespace SummitBot.TeamsSimulator;

/// <summary>What the bot's endpoint answered.</summary>
/// <param name="Status">0 when it did not answer in time.</param>
public sealed record BotAnswer(int Status, string Body, TimeSpan After)
{
    public bool IsTaken => Status is >= 200 and < 300;
}
