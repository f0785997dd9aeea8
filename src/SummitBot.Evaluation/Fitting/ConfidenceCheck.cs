namespace SummitBot.Evaluation.Fitting;

/// <summary>How well a confidence tells right first sentences from all others.</summary>
/// <param name="ShippedAuroc">By the shipped weights.</param>
/// <param name="FittedAuroc">By weights fitted without the articles of the question.</param>
/// <param name="FittedError">Expected calibration error of those.</param>
/// <param name="Thresholds">What a threshold does with those.</param>
public sealed record ConfidenceCheck(
    string DataSet,
    int Questions,
    double ShippedAuroc,
    double FittedAuroc,
    double FittedError,
    IReadOnlyList<ThresholdCheck> Thresholds
);
