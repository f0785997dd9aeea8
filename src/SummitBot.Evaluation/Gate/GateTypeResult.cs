namespace SummitBot.Evaluation.Gate;

/// <summary>The gate's decisions about sentences of one type.</summary>
/// <param name="Type">For example <c>synonyms</c>, <c>numberChanged</c>.</param>
/// <param name="IsSupported">True when the sources support these sentences, so that accepting them is right.</param>
/// <param name="Count">Sentences of the type.</param>
/// <param name="Normal">Share accepted at the normal strength, 0 to 1.</param>
/// <param name="Strict">Share accepted at the strict strength, 0 to 1.</param>
public sealed record GateTypeResult(string Type, bool IsSupported, int Count, double Normal, double Strict);
