namespace SummitBot.Core.Answers.Explanations;

/// <summary>How a writer came to its draft.</summary>
/// <param name="AnswerType">The kind of thing the question asks for: <c>person</c>, <c>date</c>, <c>any</c>, ...</param>
/// <param name="Terms">The words that sentences were measured by.</param>
/// <param name="Sentences">The best sentences, best first.</param>
/// <param name="Lead">What set the best sentence apart from the next, largest first; empty for a single one.</param>
/// <param name="ConfidenceParts">What the confidence is made of; its logit is the sum of the contributions.</param>
public sealed record AnswerTrace(
    string AnswerType,
    IReadOnlyList<TermTrace> Terms,
    IReadOnlyList<SentenceTrace> Sentences,
    IReadOnlyList<LeadTrace> Lead,
    IReadOnlyList<FeatureTrace> ConfidenceParts
);
