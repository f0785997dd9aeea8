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
