using SummitBot.Core.Articles;

namespace SummitBot.Core.Answers;

/// <summary>What a person gets for a question. Every citation has passed the <see cref="CitationGate"/>.</summary>
public sealed record Answer
{
    public required string Question { get; init; }

    public required AnswerOutcome Outcome { get; init; }

    /// <summary>How likely the first sentence answers the question, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The whole answer as plain text with marks such as <c>[1]</c>; for a refusal, the refusal.</summary>
    public required string Text { get; init; }

    /// <summary>Empty unless answered.</summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>In order of their numbers; empty unless answered.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The articles nearest to the question, best first, at most three; given with a refusal.</summary>
    public IReadOnlyList<ArticleSummary> Closest { get; init; } = [];

    /// <summary>Who wrote it: <c>embedded</c>, or the name of a model.</summary>
    public required string Writer { get; init; }

    public TimeSpan Elapsed { get; init; }
}
