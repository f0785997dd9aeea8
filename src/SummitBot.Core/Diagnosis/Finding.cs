namespace SummitBot.Core.Diagnosis;

/// <summary>A finding about the installation.</summary>
/// <param name="Subject">What was checked, one word: <c>model</c>, <c>index</c>, ...</param>
/// <param name="Level">Its severity.</param>
/// <param name="Text">One sentence for the operator that says how to fix it; contains no key and no text of a user, but
/// may name hosts and paths.</param>
public sealed record Finding(string Subject, FindingLevel Level, string Text);
