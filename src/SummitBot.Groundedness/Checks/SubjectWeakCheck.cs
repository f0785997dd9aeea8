using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>The sentence with half of the claim's predicate has only part of its subject.</summary>
internal sealed class SubjectWeakCheck() : ClaimCheck("subjectWeak", ClaimSupport.Strict)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        return SubjectMatch.Find(alignment, minPredicate: 0.5) is { IsPartial: true } subject ? subject.Words : null;
    }
}
