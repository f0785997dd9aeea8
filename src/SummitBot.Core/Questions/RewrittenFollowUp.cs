namespace SummitBot.Core.Questions;

/// <summary>A fragment made whole.</summary>
/// <param name="IsReplacement">A phrase of the previous question was replaced by one of the same kind: what was asked before is not
/// asked any more.</param>
internal readonly record struct RewrittenFollowUp(string Text, bool IsReplacement);
