using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;

namespace SummitBot.Hosting.Operation;

/// <summary>What is kept of one person.</summary>
/// <param name="Turns">Questions with their answers, oldest first.</param>
/// <param name="Feedback">What the person thinks of answers, newest first.</param>
/// <param name="Conversations">Direct Line conversations of the person.</param>
/// <param name="Usage">The use of models by day, where a limit for persons is set.</param>
/// <param name="Waiting">Activities, as JSON, that wait for the bot.</param>
public sealed record PersonalData(
    IReadOnlyList<AnsweredTurn> Turns,
    IReadOnlyList<AnswerFeedback> Feedback,
    IReadOnlyList<PersonalConversation> Conversations,
    IReadOnlyList<PersonalUsage> Usage,
    IReadOnlyList<string> Waiting
)
{
    public bool IsEmpty =>
        Turns.Count == 0 && Feedback.Count == 0 && Conversations.Count == 0 && Usage.Count == 0 && Waiting.Count == 0;
}
