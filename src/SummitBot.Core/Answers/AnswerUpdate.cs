namespace SummitBot.Core.Answers;

/// <summary>An answer as far as it is known at some moment. Every sentence in it has passed the gate.</summary>
/// <param name="Answer">Consistent: its text, marks and list of citations agree.</param>
public sealed record AnswerUpdate(Answer Answer, AnswerStage Stage);
