using SummitBot.Groundedness.Checks;

namespace SummitBot.Groundedness;

/// <summary>Why a check refuses a claim.</summary>
/// <param name="Code">The check's name in lower camel case, for the log and for <c>--explain</c>: <c>numberAbsent</c>.</param>
/// <param name="Strength">The least strength at which it refuses: <see cref="ClaimSupport.Normal"/> or <see cref="ClaimSupport.Strict"/>.</param>
/// <param name="Claimed">The words of the claim that it is about; empty when it is about none.</param>
public sealed record FailedCheck(string Code, ClaimSupport Strength, string Claimed);
