using SummitBot.Core.Models;

namespace SummitBot.Core.Questions;

/// <summary>A follow-up that a model rewrote as a stand-alone question.</summary>
/// <param name="Text">The whole question, one line.</param>
/// <param name="Usage">The usage of the rewriting.</param>
public sealed record RewrittenQuestion(string Text, ModelUsage Usage);
