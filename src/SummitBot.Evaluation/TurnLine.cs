namespace SummitBot.Evaluation;

/// <summary>A turn of the conversation in a line of <c>queries.jsonl</c>.</summary>
internal sealed record TurnLine(string? Role, string? Text);
