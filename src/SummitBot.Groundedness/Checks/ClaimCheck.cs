using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// One reason to refuse a claim. The checks follow a study of which differences of form between a claim and its source
/// indicate a wrong claim, and how often each refuses a right one.
/// </summary>
/// <param name="code">Its name for the log and <c>--explain</c>, in lower camel case.</param>
/// <param name="strength">The lowest strength at which it refuses.</param>
/// <param name="isForEveryLanguage">True when it needs no knowledge of English.</param>
internal abstract class ClaimCheck(string code, ClaimSupport strength, bool isForEveryLanguage = false)
{
    public string Code { get; } = code;

    public ClaimSupport Strength { get; } = strength;

    public bool IsForEveryLanguage { get; } = isForEveryLanguage;

    /// <summary>
    /// True for a check that compares positions; it is repeated on the one sentence that the claim repeats.
    /// </summary>
    public virtual bool LooksAtPlaces => false;

    /// <summary>The words of the claim that fail the check; null when it passes.</summary>
    public abstract string? FindFailure(ClaimAlignment alignment);
}
