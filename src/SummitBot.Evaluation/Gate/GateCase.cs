namespace SummitBot.Evaluation.Gate;

/// <summary>One sentence with a wrong decision.</summary>
/// <param name="Type">How it was changed.</param>
/// <param name="IsSupported">True when the sources support it but it was refused at the normal strength; false for the
/// opposite.</param>
/// <param name="Claim">The sentence.</param>
/// <param name="Original">The sentence before the change.</param>
/// <param name="Objections">Codes of the checks that refused it.</param>
public sealed record GateCase(
    string Type,
    bool IsSupported,
    string Claim,
    string Original,
    IReadOnlyList<string> Objections
);
