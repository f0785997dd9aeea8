namespace SummitBot.Evaluation;

/// <summary>A line of <c>corpus.jsonl</c>.</summary>
internal sealed record DocumentLine(string? Id, string? Title, string? Text);
