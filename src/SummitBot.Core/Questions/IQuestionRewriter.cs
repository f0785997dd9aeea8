namespace SummitBot.Core.Questions;

/// <summary>Makes a follow-up stand alone with the help of a language model.</summary>
public interface IQuestionRewriter
{
    /// <summary>The stand-alone question; null when no model is set, it is given no history, or it does not rewrite.</summary>
    Task<RewrittenQuestion?> RewriteAsync(Question question, CancellationToken cancellationToken);
}
