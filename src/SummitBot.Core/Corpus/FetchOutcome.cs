namespace SummitBot.Core.Corpus;

/// <summary>What became of an address.</summary>
public enum FetchOutcome
{
    /// <summary>Fetched for the first time.</summary>
    New,

    /// <summary>It has other content than before.</summary>
    Changed,

    /// <summary>It is as it was.</summary>
    Unchanged,

    /// <summary>It is not there any more, and neither is its article.</summary>
    Gone,

    /// <summary>It is not for us: robots.txt forbids it, or it is of a kind that is not read.</summary>
    LeftOut,

    /// <summary>It could not be had this time; what was fetched before stays.</summary>
    Failed,
}
