namespace SummitBot.Core.Questions;

/// <summary>A completed fragment.</summary>
/// <param name="IsReplacement">True when a phrase of the previous question was replaced by one of the same kind, so the
/// old phrase is not asked about any more.</param>
internal readonly record struct RewrittenFollowUp(string Text, bool IsReplacement);
