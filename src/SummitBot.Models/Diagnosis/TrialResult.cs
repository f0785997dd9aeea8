namespace SummitBot.Models.Diagnosis;

/// <summary>The result of a test question.</summary>
/// <param name="Elapsed">Time until the last word.</param>
/// <param name="IsSupported">True when the gate accepts the draft.</param>
/// <param name="Conclusion">The gate's conclusion, a few words.</param>
internal sealed record TrialResult(TimeSpan Elapsed, bool IsSupported, string Conclusion);
