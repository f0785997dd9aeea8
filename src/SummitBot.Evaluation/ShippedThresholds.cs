namespace SummitBot.Evaluation;

/// <summary>The confidences, 0 to 1, that decide what users get.</summary>
/// <param name="Answer">From this on a draft is shown as an answer.</param>
/// <param name="Offer">From this on passages that may answer are offered instead.</param>
public readonly record struct ShippedThresholds(double Answer, double Offer);
