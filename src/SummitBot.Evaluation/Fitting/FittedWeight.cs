namespace SummitBot.Evaluation.Fitting;

/// <summary>The shipped and the fitted weight of a feature.</summary>
public sealed record FittedWeight(string Feature, double Shipped, double Fitted);
