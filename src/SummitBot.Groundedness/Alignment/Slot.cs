namespace SummitBot.Groundedness.Alignment;

/// <summary>
/// A gap between two neighbours of an alignment, or before the first or after the last: words of the claim where the
/// source has others. Bounds are token indices, ends excluded.
/// </summary>
internal readonly record struct Slot(int ClaimStart, int ClaimEnd, int SourceStart, int SourceEnd)
{
    private const int Slack = 3;

    public int ClaimLength => ClaimEnd - ClaimStart;

    public int SourceLength => SourceEnd - SourceStart;

    /// <summary>True when the source says hardly more in the gap than the claim.</summary>
    public bool IsTight => SourceLength <= ClaimLength + Slack;
}
