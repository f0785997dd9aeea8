namespace SummitBot.Cli.Evaluation.Gate;

/// <summary>The options of <c>summitbot eval gate</c>.</summary>
/// <param name="Paths">Folders or files, at least one.</param>
/// <param name="JsonPath">Where to write the figures as JSON; null to write none.</param>
/// <param name="FailBelow">Limits like <c>corpus.normalCatch=0.9</c>.</param>
/// <param name="Verbose">List every sentence with a wrong decision.</param>
internal sealed record GateOptions(
    IReadOnlyList<string> Paths,
    string? JsonPath,
    IReadOnlyList<string> FailBelow,
    bool Verbose
);
