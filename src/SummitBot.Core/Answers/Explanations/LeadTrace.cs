namespace SummitBot.Core.Answers.Explanations;

/// <summary>The contribution of a feature to the best sentence minus that to the next; may be negative.</summary>
public sealed record LeadTrace(string Feature, double Difference);
