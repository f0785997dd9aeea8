namespace SummitBot.Models.Diagnosis;

/// <summary>How far a request came.</summary>
internal enum ServerReachability
{
    /// <summary>It answered.</summary>
    Reached,

    /// <summary>It answered that the key is wrong or missing.</summary>
    Refused,

    /// <summary>No answer came.</summary>
    Unreachable,
}
