namespace SummitBot.Core.Answers;

/// <summary>The part of a draft that passed the citation gate.</summary>
/// <param name="Sentences">The sentences, each with at least one citation.</param>
/// <param name="Citations">Their citations, numbered from 1 in order of appearance.</param>
public sealed record CheckedDraft(IReadOnlyList<AnswerSentence> Sentences, IReadOnlyList<Citation> Citations)
{
    /// <summary>True when the sentences are the sides of a disagreement; at least two articles are cited.</summary>
    public bool IsConflicting { get; init; }

    /// <summary>
    /// The short answer of the draft's first sentence; null when there is none, when it is outside that sentence, or
    /// when the articles disagree.
    /// </summary>
    public ShortAnswer? ShortAnswer { get; init; }
}
