using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The sentence that has half of what the claim says of its subject has only part of the subject.
/// </summary>
internal sealed class SubjectWeakCheck() : ClaimCheck("subjectWeak", ClaimSupport.Strict)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        return SubjectMatch.Find(alignment, minPredicate: 0.5) is { IsPartial: true } subject ? subject.Words : null;
    }
}
