using SummitBot.Core.Asking;

namespace SummitBot.Evaluation;

/// <summary>A line of <c>queries.jsonl</c> as it stands in the file; fields that nobody here reads are passed over.</summary>
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
