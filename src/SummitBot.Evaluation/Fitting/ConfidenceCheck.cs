namespace SummitBot.Evaluation.Fitting;

/// <summary>How well a confidence separates right first sentences from all others.</summary>
/// <param name="ShippedAuroc">With the shipped weights.</param>
/// <param name="FittedAuroc">With weights fitted without the question's articles.</param>
/// <param name="FittedError">Expected calibration error of the fitted ones.</param>
/// <param name="Thresholds">The effect of thresholds on the fitted ones.</param>
public sealed record ConfidenceCheck(
    string DataSet,
    int Questions,
    double ShippedAuroc,
    double FittedAuroc,
    double FittedError,
    IReadOnlyList<ThresholdCheck> Thresholds
);
