using SummitBot.Core.Models;

namespace SummitBot.Core.Questions;

/// <summary>A follow-up that a model made stand alone.</summary>
/// <param name="Text">The whole question, one line.</param>
/// <param name="Usage">What that took.</param>
public sealed record RewrittenQuestion(string Text, ModelUsage Usage);
