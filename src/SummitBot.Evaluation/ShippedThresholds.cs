namespace SummitBot.Evaluation;

/// <summary>The confidence thresholds, 0 to 1, that decide what users get.</summary>
/// <param name="Answer">Minimum for showing a draft as an answer.</param>
/// <param name="Offer">Minimum for offering passages that may answer instead.</param>
public readonly record struct ShippedThresholds(double Answer, double Offer);
