using SummitBot.Core.Asking;

namespace SummitBot.Evaluation;

/// <summary>A line of <c>queries.jsonl</c>; unknown fields are ignored.</summary>
internal sealed record QuestionLine(
    string? Id,
    string? Question,
    IReadOnlyList<string>? Answers,
    IReadOnlyList<string>? DocIds,
    bool? Answerable,
    string? Kind,
    IReadOnlyList<AskTurn>? Conversation,
    string? Rewrite,
    string? ReferenceResponse,
    string? Comment,
    string? SourceDocId
);
