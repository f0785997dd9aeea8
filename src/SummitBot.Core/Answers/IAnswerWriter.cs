namespace SummitBot.Core.Answers;

/// <summary>Drafts an answer from passages. Drafts must pass the citation gate before they are shown.</summary>
public interface IAnswerWriter
{
    /// <summary>The writer's name in its answers.</summary>
    string Name { get; }

    /// <summary>A draft; without sentences when the passages do not answer the question.</summary>
    Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken);
}
