namespace SummitBot.Cli.Diagnosis;

/// <summary>Who answers at an address.</summary>
internal enum HostAnswer
{
    /// <summary>A web host of ours that has an index.</summary>
    Ready,

    /// <summary>A web host of ours that is not ready yet.</summary>
    Live,

    /// <summary>Somebody else.</summary>
    Foreign,

    /// <summary>Nobody listens.</summary>
    Nobody,

    /// <summary>No answer that could be understood: no name, no trusted certificate, too slow.</summary>
    Unreachable,
}
