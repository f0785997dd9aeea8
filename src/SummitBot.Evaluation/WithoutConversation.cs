using SummitBot.Core.Access;
using SummitBot.Core.Questions;

namespace SummitBot.Evaluation;

/// <summary>Takes every question as if nothing had been said before, to measure what resolving follow-ups contributes.</summary>
public sealed class WithoutConversation(QuestionResolver inner) : IQuestionResolver
{
    public ResolvedQuestion Resolve(
        string question,
        string language,
        IReadOnlyList<ConversationTurn> conversation,
        AccessScope scope
    ) => inner.Resolve(question, language, [], scope);
}
