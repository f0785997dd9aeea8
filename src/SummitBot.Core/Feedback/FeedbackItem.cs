using SummitBot.Core.Conversations;

namespace SummitBot.Core.Feedback;

/// <summary>Feedback with what it is about.</summary>
/// <param name="Turn">The question and answer; null when they are not kept any more.</param>
/// <param name="Earlier">The turns that the question could refer to, oldest first.</param>
public sealed record FeedbackItem(AnswerFeedback Feedback, AnsweredTurn? Turn, IReadOnlyList<AnsweredTurn> Earlier);
