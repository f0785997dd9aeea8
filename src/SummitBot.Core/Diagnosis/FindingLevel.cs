namespace SummitBot.Core.Diagnosis;

/// <summary>The severity of a finding.</summary>
public enum FindingLevel
{
    /// <summary>No action needed.</summary>
    Ok,

    /// <summary>Works, but could work better.</summary>
    Warning,

    /// <summary>Does not work until it is fixed.</summary>
    Error,
}
