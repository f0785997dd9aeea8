using SummitBot.Language;

namespace SummitBot.Core.Answers.Reviewing;

/// <summary>The result of a review.</summary>
/// <param name="Decision">Whether the draft is shown at all.</param>
/// <param name="Draft">What passed; may be shown only when the decision is <see cref="DraftDecision.Stands"/>.</param>
/// <param name="Log">Every sentence of the model, in order.</param>
public sealed record ReviewOutcome(DraftDecision Decision, CheckedDraft Draft, IReadOnlyList<ReviewedSentence> Log)
{
    /// <summary>
    /// True when part of the draft was left out because no article supports it; the answer then ends with <see
    /// cref="Phrases.PartLeftOut"/>.
    /// </summary>
    public bool HasOmissions => Log.Any(s => s.Action == SentenceAction.Dropped);
}
