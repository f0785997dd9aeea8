using SummitBot.Core.Models;

namespace SummitBot.Core.Questions;

/// <summary>Rewrites a follow-up as a stand-alone question with a language model.</summary>
public interface IQuestionRewriter
{
    /// <summary>
    /// The stand-alone question; null when no model is configured, it gets no history, or it does not rewrite.
    /// </summary>
    Task<RewrittenQuestion?> RewriteAsync(Question question, CancellationToken cancellationToken);
}

/// <summary>A follow-up that a model rewrote as a stand-alone question.</summary>
/// <param name="Text">The whole question, one line.</param>
/// <param name="Usage">The usage of the rewriting.</param>
public sealed record RewrittenQuestion(string Text, ModelUsage Usage);
