namespace SummitBot.Evaluation.Fitting;

/// <summary>The weight of a feature: as it is, and as the questions would have it.</summary>
public sealed record FittedWeight(string Feature, double Shipped, double Fitted);
