namespace SummitBot.Evaluation.Gate;

/// <summary>The figures of one set, and the sentences with a wrong decision at the normal strength.</summary>
public sealed record GateMeasurement(GateSetResult Result, IReadOnlyList<GateCase> Mistaken);
