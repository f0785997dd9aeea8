using SummitBot.Core.Answers;
using SummitBot.Core.Questions;

namespace SummitBot.Core.Conversations;

/// <summary>A stored question of a conversation with its answer or refusal.</summary>
public sealed record AnsweredTurn
{
    public required ConversationKey Conversation { get; init; }

    /// <summary>The channel's id of the person who asked.</summary>
    public required string UserId { get; init; }

    /// <summary>The answer; it includes the question.</summary>
    public required AnswerDocument Answer { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The id of the activity that asked; null in a channel without ids.</summary>
    public string? QuestionActivityId { get; init; }

    /// <summary>The id of the activity that shows the answer, which feedback refers to. Null when unknown.</summary>
    public string? AnswerActivityId { get; init; }

    /// <summary>The turn as a later question refers to it: the question, then the answer.</summary>
    public IReadOnlyList<ConversationTurn> Said => [new(Speaker.User, Answer.Question), Answer.ToTurn()];
}
