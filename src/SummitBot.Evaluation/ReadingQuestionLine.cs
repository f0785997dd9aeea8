namespace SummitBot.Evaluation;

/// <summary>A line of <c>questions.jsonl</c>.</summary>
/// <param name="P">The number of the passage that it is about.</param>
/// <param name="Sentences">Numbers of the sentences that answer, from 1, best first; empty when none does.</param>
/// <param name="Answer">A part of the first of them; null when there is no short answer.</param>
internal sealed record ReadingQuestionLine(long? P, string? Question, IReadOnlyList<int>? Sentences, string? Answer);
