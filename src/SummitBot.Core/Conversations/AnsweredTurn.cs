using SummitBot.Core.Answers;
using SummitBot.Core.Questions;

namespace SummitBot.Core.Conversations;

/// <summary>A question of a conversation with its answer or refusal, as it is kept.</summary>
public sealed record AnsweredTurn
{
    public required ConversationKey Conversation { get; init; }

    /// <summary>The channel's id of the person who asked.</summary>
    public required string UserId { get; init; }

    /// <summary>What was answered; it holds the question too.</summary>
    public required AnswerDocument Answer { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The id of the activity that asked; null in a channel without ids.</summary>
    public string? QuestionActivityId { get; init; }

    /// <summary>The id of the activity that shows the answer; feedback names it. Null when it is not known.</summary>
    public string? AnswerActivityId { get; init; }

    /// <summary>The turn as a later question refers to it: the question, then the answer.</summary>
    public IReadOnlyList<ConversationTurn> Said => [new(Speaker.User, Answer.Question), Answer.ToTurn()];
}
