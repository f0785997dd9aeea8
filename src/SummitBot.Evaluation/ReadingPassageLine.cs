namespace SummitBot.Evaluation;

/// <summary>A line of <c>passages.jsonl</c>.</summary>
/// <param name="P">The passage's number.</param>
internal sealed record ReadingPassageLine(long? P, string? Title, IReadOnlyList<string>? Sentences);
