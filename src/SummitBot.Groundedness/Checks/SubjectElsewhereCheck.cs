using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The sentence that has most of what the claim says of its subject does not have the subject, nor a pronoun for
/// it at its beginning.
/// </summary>
internal sealed class SubjectElsewhereCheck() : ClaimCheck("subjectElsewhere", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        return SubjectMatch.Find(alignment, minPredicate: 0.6) is { IsMissing: true } subject ? subject.Words : null;
    }
}
