namespace SummitBot.Core.Answers;

/// <summary>What the citation gate let through.</summary>
/// <param name="Sentences">The sentences, each with at least one citation.</param>
/// <param name="Citations">Their citations, numbered from 1 in order of appearance.</param>
public sealed record CheckedDraft(IReadOnlyList<AnswerSentence> Sentences, IReadOnlyList<Citation> Citations)
{
    /// <summary>Each sentence is one side of a disagreement, and there are at least two articles among the cited.</summary>
    public bool IsConflicting { get; init; }

    /// <summary>The short answer of the draft's first sentence; null when there is none, it lies outside that
    /// sentence, or the articles disagree.</summary>
    public ShortAnswer? ShortAnswer { get; init; }
}
