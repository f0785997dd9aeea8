namespace SummitBot.Core.Answers.Drafting;

/// <summary>What the draft cost.</summary>
public sealed record UsageReported(ModelUsage Usage) : DraftPart;
