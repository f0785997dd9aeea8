namespace SummitBot.Core.Models;

/// <summary>What the draft cost.</summary>
public sealed record UsageReported(ModelUsage Usage) : DraftPart;
