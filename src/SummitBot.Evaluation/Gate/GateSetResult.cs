namespace SummitBot.Evaluation.Gate;

/// <summary>The gate's decisions about the sentences of one corpus, or of one set of reference answers.</summary>
/// <param name="Name">The data set's name.</param>
/// <param name="Types">By type, supported ones first.</param>
public sealed record GateSetResult(string Name, IReadOnlyList<GateTypeResult> Types)
{
    /// <summary>Share of the supported sentences that the normal strength refuses.</summary>
    public double NormalFalseAlarms => 1 - Accepted(isSupported: true, t => t.Normal);

    /// <summary>Share of the unsupported sentences that the normal strength refuses.</summary>
    public double NormalCatch => 1 - Accepted(isSupported: false, t => t.Normal);

    public double StrictFalseAlarms => 1 - Accepted(isSupported: true, t => t.Strict);

    public double StrictCatch => 1 - Accepted(isSupported: false, t => t.Strict);

    private double Accepted(bool isSupported, Func<GateTypeResult, double> share)
    {
        GateTypeResult[] types = [.. Types.Where(t => t.IsSupported == isSupported)];
        int count = types.Sum(t => t.Count);
        return count == 0 ? 0 : types.Sum(t => share(t) * t.Count) / count;
    }
}

/// <summary>The gate's decisions about sentences of one type.</summary>
/// <param name="Type">For example <c>synonyms</c>, <c>numberChanged</c>.</param>
/// <param name="IsSupported">True when the sources support these sentences, so that accepting them is right.</param>
/// <param name="Count">Sentences of the type.</param>
/// <param name="Normal">Share accepted at the normal strength, 0 to 1.</param>
/// <param name="Strict">Share accepted at the strict strength, 0 to 1.</param>
public sealed record GateTypeResult(string Type, bool IsSupported, int Count, double Normal, double Strict);
