namespace SummitBot.Evaluation.Gate;

/// <summary>The figures of one set, and the sentences that the normal strength took wrongly.</summary>
public sealed record GateMeasurement(GateSetResult Result, IReadOnlyList<GateCase> Mistaken);
