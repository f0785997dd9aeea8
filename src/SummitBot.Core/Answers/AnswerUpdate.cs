namespace SummitBot.Core.Answers;

/// <summary>What there is of an answer at some moment. Every sentence in it has passed the gate.</summary>
/// <param name="Answer">Complete in itself: its text, marks and list of citations agree.</param>
public sealed record AnswerUpdate(Answer Answer, AnswerStage Stage);
