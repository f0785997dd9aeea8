using SummitBot.Core.Questions;

namespace SummitBot.Evaluation;

/// <summary>A line of a data set's <c>queries.jsonl</c>.</summary>
/// <param name="Text">The last turn in the user's words.</param>
public sealed record EvaluationQuestion(string Id, string Text)
{
    /// <summary>
    /// Short gold answers, any of which is right; empty when there is none or when the answer is prose.
    /// </summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>
    /// The sentences that answer, any of which is right; empty when the data do not name them. When present, they are
    /// used instead of <see cref="Answers"/> to judge an answer.
    /// </summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    /// <summary>
    /// A gold answer in prose (<c>reference_response</c>), which no quotation can match; null when there is none.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>The documents that contain the answer.</summary>
    public IReadOnlyList<string> DocIds { get; init; } = [];

    /// <summary>
    /// The document that the question was written about, whether it answers or not; null when unknown.
    /// </summary>
    public string? SourceDocId { get; init; }

    /// <summary>Whether the corpus answers it; null when unknown (a remark, a question without corpus).</summary>
    public bool? IsAnswerable { get; init; }

    /// <summary>What it tests (<c>followUp</c>, <c>wrongDate</c>...); null when the data set has no kinds.</summary>
    public string? Kind { get; init; }

    /// <summary>A remark for people; null when there is none.</summary>
    public string? Comment { get; init; }

    /// <summary>Earlier turns, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> Conversation { get; init; } = [];

    /// <summary>The question as a stand-alone question; null when there is no rewrite.</summary>
    public string? Rewrite { get; init; }
}
