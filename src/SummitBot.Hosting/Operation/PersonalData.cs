using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;

namespace SummitBot.Hosting.Operation;

/// <summary>The stored data of one person.</summary>
/// <param name="Turns">Questions with their answers, oldest first.</param>
/// <param name="Feedback">The person's feedback on answers, newest first.</param>
/// <param name="Conversations">The person's Direct Line conversations.</param>
/// <param name="Usage">The use of models by day, if a limit for users is set.</param>
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
