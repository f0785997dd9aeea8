namespace SummitBot.Core.Diagnosis;

/// <summary>How a finding is to be taken.</summary>
public enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Works, but less well than it might.</summary>
    Warning,

    /// <summary>Does not work until it is mended.</summary>
    Error,
}
