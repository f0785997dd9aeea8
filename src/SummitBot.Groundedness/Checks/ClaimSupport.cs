namespace SummitBot.Groundedness.Checks;

/// <summary>How well a source supports a claim, judged by form; never a proof of truth.</summary>
public enum ClaimSupport
{
    /// <summary>A check of the normal strength fails.</summary>
    None,

    /// <summary>Passes the normal strength; the source sentence should be shown beside it.</summary>
    Normal,

    /// <summary>Passes the strict strength too.</summary>
    Strict,

    /// <summary>The source's own words.</summary>
    Verbatim,
}
