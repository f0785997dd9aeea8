namespace SummitBot.Core.Answers.Reviewing;

/// <summary>What the gate did with a model's sentence.</summary>
public enum SentenceAction
{
    /// <summary>It matches the source that it cites, at the strict strength.</summary>
    Kept,

    /// <summary>It matches the source that it cites at the normal strength only; the source is to be shown beside it.</summary>
    KeptWithSource,

    /// <summary>It matches another passage than it cites, and cites that one now.</summary>
    Remarked,

    /// <summary>It matches no passage; the source's own words stand in its place.</summary>
    Quoted,

    /// <summary>It matches no passage and nothing near it can be quoted: left out.</summary>
    Dropped,

    /// <summary>It states nothing ("Here is what I found:"): left out, and not held against the draft.</summary>
    Skipped,
}
