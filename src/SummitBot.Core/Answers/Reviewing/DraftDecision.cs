namespace SummitBot.Core.Answers.Reviewing;

/// <summary>What becomes of a model's draft; all but <see cref="Stands"/> mean the embedded answer in its place.</summary>
public enum DraftDecision
{
    /// <summary>What passed is shown.</summary>
    Stands,

    /// <summary>No sentence states anything.</summary>
    StatesNothing,

    /// <summary>Fewer than half of the sentences that state something stand.</summary>
    TooFewStand,

    /// <summary>The sentence nearest to the question does not stand.</summary>
    AnswerFell,

    /// <summary>More than two sentences had to be replaced by quotations.</summary>
    TooManyQuotations,
}
