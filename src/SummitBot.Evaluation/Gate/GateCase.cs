namespace SummitBot.Evaluation.Gate;

/// <summary>One sentence that went against what is known of it.</summary>
/// <param name="Type">What was done to it.</param>
/// <param name="IsSupported">The sources support it, but it was refused at the normal strength; else the other way round.</param>
/// <param name="Claim">The sentence.</param>
/// <param name="Original">The sentence that it was made of.</param>
/// <param name="Objections">Codes of the checks that refused it.</param>
public sealed record GateCase(
    string Type,
    bool IsSupported,
    string Claim,
    string Original,
    IReadOnlyList<string> Objections
);
