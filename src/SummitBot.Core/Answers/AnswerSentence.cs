namespace SummitBot.Core.Answers;

/// <summary>A sentence of an answer.</summary>
/// <param name="Text">The sentence, without citation marks.</param>
/// <param name="Citations">Numbers of the citations that bear it out; at least one in an answer.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations);
