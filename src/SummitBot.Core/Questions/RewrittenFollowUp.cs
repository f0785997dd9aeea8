namespace SummitBot.Core.Questions;

/// <summary>A fragment made whole.</summary>
/// <param name="IsReplacement">A phrase of the former question gave way to one of the same kind: what was asked before is not
/// asked any more.</param>
internal readonly record struct RewrittenFollowUp(string Text, bool IsReplacement);
