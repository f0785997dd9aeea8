using SummitBot.Core.Conversations;

namespace SummitBot.Core.Feedback;

/// <summary>Feedback with its question and answer.</summary>
/// <param name="Turn">The question and answer; null when they are no longer stored.</param>
/// <param name="Earlier">The turns that the question could refer to, oldest first.</param>
public sealed record FeedbackItem(AnswerFeedback Feedback, AnsweredTurn? Turn, IReadOnlyList<AnsweredTurn> Earlier);
