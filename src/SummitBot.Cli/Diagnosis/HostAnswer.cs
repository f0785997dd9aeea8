namespace SummitBot.Cli.Diagnosis;

/// <summary>What answers at an address.</summary>
internal enum HostAnswer
{
    /// <summary>Our web host, with an index.</summary>
    Ready,

    /// <summary>Our web host, not ready yet.</summary>
    Live,

    /// <summary>Another program.</summary>
    Foreign,

    /// <summary>Nothing listens there.</summary>
    Nobody,

    /// <summary>No usable answer: unknown name, untrusted certificate, or too slow.</summary>
    Unreachable,
}
