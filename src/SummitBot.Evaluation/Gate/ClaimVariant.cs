namespace SummitBot.Evaluation.Gate;

/// <summary>A way to reword or to corrupt a sentence.</summary>
/// <param name="Name">In lower camel case.</param>
/// <param name="IsSupported">The source still supports the sentence.</param>
/// <param name="Apply">The changed sentence; null when the change does not apply.</param>
internal sealed record ClaimVariant(string Name, bool IsSupported, Func<ClaimSample, string?> Apply);
