using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Answers;

/// <summary>What a writer gets to work with.</summary>
/// <param name="Question">The question, resolved against the conversation and analyzed.</param>
/// <param name="Passages">The retrieved passages, best first, at least one.</param>
/// <param name="MaxSentences">Maximum number of sentences, 1 to 10.</param>
public sealed record AnswerRequest(
    AnalyzedQuestion Question,
    IReadOnlyList<RetrievedPassage> Passages,
    int MaxSentences
)
{
    /// <summary>Maximum number of items when the question asks for a list.</summary>
    public int MaxListItems { get; init; } = MaxSentences;

    /// <summary>The draft is to carry a <see cref="AnswerDraft.Trace"/>.</summary>
    public bool Explain { get; init; }

    /// <summary>The host's id of the conversation, for budgets; null when there is none.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The host's id of the user, for budgets; null when unknown.</summary>
    public string? UserId { get; init; }

    /// <summary>Articles published later are not used; null uses all.</summary>
    public DateOnly? AsOf { get; init; }
}
