namespace SummitBot.Evaluation;

/// <summary>The result of a question at the shipped threshold.</summary>
public enum Verdict
{
    /// <summary>Answerable, and the answer contains a gold answer.</summary>
    Right,

    /// <summary>Answerable, and the answer contains no gold answer, or is too long to count.</summary>
    Wrong,

    /// <summary>Answerable, but refused.</summary>
    NotAnswered,

    /// <summary>Unanswerable, and refused.</summary>
    RightlyRefused,

    /// <summary>Unanswerable, but answered.</summary>
    WronglyAnswered,

    /// <summary>Unknown: no label, or the gold answer is prose.</summary>
    Ungraded,
}
