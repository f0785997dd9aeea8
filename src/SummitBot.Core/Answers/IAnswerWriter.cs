namespace SummitBot.Core.Answers;

/// <summary>Drafts an answer from passages. What it drafts is shown to nobody before the citation gate.</summary>
public interface IAnswerWriter
{
    /// <summary>The name that answers carry as their writer.</summary>
    string Name { get; }

    /// <summary>A draft; without sentences when the passages do not answer the question.</summary>
    Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken);
}
