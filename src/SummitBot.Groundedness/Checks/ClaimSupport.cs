namespace SummitBot.Groundedness.Checks;

/// <summary>How well a source bears out a claim, by form; never a proof of truth.</summary>
public enum ClaimSupport
{
    /// <summary>A check of the normal strength refuses it.</summary>
    None,

    /// <summary>Passes the normal strength; to be shown with the source sentence beside it.</summary>
    Normal,

    /// <summary>Passes the strict strength too.</summary>
    Strict,

    /// <summary>The source's own words.</summary>
    Verbatim,
}
