namespace SummitBot.Core.Diagnosis;

/// <summary>What a check of the installation found.</summary>
/// <param name="Subject">What was looked at, one word: <c>model</c>, <c>index</c>, ...</param>
/// <param name="Level">How it is to be taken.</param>
/// <param name="Text">One sentence for the operator that says how to mend it; holds no key and no text of a person, but
/// may name hosts and paths.</param>
public sealed record Finding(string Subject, FindingLevel Level, string Text);
