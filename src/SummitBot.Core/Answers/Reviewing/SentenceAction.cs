namespace SummitBot.Core.Answers.Reviewing;

/// <summary>What the gate did with a model's sentence.</summary>
public enum SentenceAction
{
    /// <summary>It matches its cited source at the strict level.</summary>
    Kept,

    /// <summary>It matches its cited source at the normal level only; the source is shown beside it.</summary>
    KeptWithSource,

    /// <summary>It matches another passage than it cites; the citation was changed to that one.</summary>
    Remarked,

    /// <summary>It matches no passage and was replaced by the source's own words.</summary>
    Quoted,

    /// <summary>It matches no passage and nothing near it can be quoted: removed.</summary>
    Dropped,

    /// <summary>It states no fact ("Here is what I found:"): removed, without counting against the draft.</summary>
    Skipped,
}
