using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// One reason for which a claim may be refused. The checks follow a study of which differences of form between a claim
/// and its source tell a wrong claim, and how often each refuses a right one.
/// </summary>
/// <param name="code">Its name for the log and <c>--explain</c>, in lower camel case.</param>
/// <param name="strength">The least strength at which it refuses.</param>
/// <param name="isForEveryLanguage">It asks for nothing that is known of English alone.</param>
internal abstract class ClaimCheck(string code, ClaimSupport strength, bool isForEveryLanguage = false)
{
    public string Code { get; } = code;

    public ClaimSupport Strength { get; } = strength;

    public bool IsForEveryLanguage { get; } = isForEveryLanguage;

    /// <summary>Looks at what stands in the place of what, and so at the one sentence that the claim repeats, too.</summary>
    public virtual bool LooksAtPlaces => false;

    /// <summary>The words of the claim that it objects to; null when it does not.</summary>
    public abstract string? FindFailure(ClaimAlignment alignment);
}
