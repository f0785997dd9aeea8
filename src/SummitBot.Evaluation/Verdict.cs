namespace SummitBot.Evaluation;

/// <summary>How a question went at the shipped threshold.</summary>
public enum Verdict
{
    /// <summary>Answerable, and the answer holds a gold answer.</summary>
    Right,

    /// <summary>Answerable, and the answer holds no gold answer, or is too long to count.</summary>
    Wrong,

    /// <summary>Answerable, but refused.</summary>
    NotAnswered,

    /// <summary>Unanswerable, and refused as it must be.</summary>
    RightlyRefused,

    /// <summary>Unanswerable, but answered.</summary>
    WronglyAnswered,

    /// <summary>The data cannot tell: no label, or the gold answer is prose.</summary>
    Ungraded,
}
