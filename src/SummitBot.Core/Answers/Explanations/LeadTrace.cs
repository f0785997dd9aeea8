namespace SummitBot.Core.Answers.Explanations;

/// <summary>By how much a feature contributes more to the best sentence than to the next; less when negative.</summary>
public sealed record LeadTrace(string Feature, double Difference);
