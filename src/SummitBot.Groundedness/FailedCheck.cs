using SummitBot.Groundedness.Checks;

namespace SummitBot.Groundedness;

/// <summary>Why a check refuses a claim.</summary>
/// <param name="Code">The check's name in lower camel case, for the log and for <c>--explain</c>:
/// <c>numberAbsent</c>.</param>
/// <param name="Strength">The lowest strength at which it refuses: <see cref="ClaimSupport.Normal"/> or <see
/// cref="ClaimSupport.Strict"/>.</param>
/// <param name="Claimed">The words of the claim that fail; empty when there are none in particular.</param>
public sealed record FailedCheck(string Code, ClaimSupport Strength, string Claimed);
