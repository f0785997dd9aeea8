namespace SummitBot.Core.Answers.Reviewing;

/// <summary>
/// The decision about a model's draft; all but <see cref="Stands"/> mean that the extractive answer is shown instead.
/// </summary>
public enum DraftDecision
{
    /// <summary>The sentences that passed are shown.</summary>
    Stands,

    /// <summary>No sentence states a fact.</summary>
    StatesNothing,

    /// <summary>Fewer than half of the sentences that state a fact are supported.</summary>
    TooFewStand,

    /// <summary>The sentence nearest to the question is not supported.</summary>
    AnswerFell,

    /// <summary>More than two sentences had to be replaced by quotations.</summary>
    TooManyQuotations,
}
