namespace SummitBot.TeamsSimulator;

/// <summary>A rule of Teams that the bot broke.</summary>
/// <param name="Rule">Its short name, the same in every run.</param>
/// <param name="Detail">What the bot did, and what Teams accepts.</param>
public sealed record RuleViolation(string Rule, string Detail);
