using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Dates;

namespace SummitBot.Core.Answers;

/// <summary>The input of an answer writer.</summary>
/// <param name="Question">The question, resolved against the conversation.</param>
/// <param name="Passages">The retrieved passages, best first, at least one.</param>
/// <param name="MaxSentences">Maximum number of sentences, 1 to 10.</param>
public sealed record AnswerRequest(
    ResolvedQuestion Question,
    IReadOnlyList<RetrievedPassage> Passages,
    int MaxSentences
)
{
    /// <summary>The question's time expressions.</summary>
    public QuestionTime Time { get; init; } = QuestionTime.None;

    /// <summary>True when the draft should have a <see cref="AnswerDraft.Trace"/>.</summary>
    public bool Explain { get; init; }

    /// <summary>The host's id of the conversation, for budgets; null when there is none.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The host's id of the user, for budgets; null when unknown.</summary>
    public string? UserId { get; init; }

    /// <summary>Articles published later are not used; null uses all.</summary>
    public DateOnly? AsOf { get; init; }
}
