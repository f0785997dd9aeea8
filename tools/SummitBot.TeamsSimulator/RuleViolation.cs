namespace SummitBot.TeamsSimulator;

/// <summary>A rule of Teams that the bot did not keep.</summary>
/// <param name="Rule">Its short name, the same in every run.</param>
/// <param name="Detail">What the bot did, and what Teams takes.</param>
public sealed record RuleViolation(string Rule, string Detail);
