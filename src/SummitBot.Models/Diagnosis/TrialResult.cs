namespace SummitBot.Models.Diagnosis;

/// <summary>What came of a test question.</summary>
/// <param name="Elapsed">Until the last word.</param>
/// <param name="IsSupported">The gate lets the draft through.</param>
/// <param name="Conclusion">What the gate says of it, a few words.</param>
internal sealed record TrialResult(TimeSpan Elapsed, bool IsSupported, string Conclusion);
