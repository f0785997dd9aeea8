namespace SummitBot.Core.Answers.Explanations;

/// <summary>How a writer chose its draft.</summary>
/// <param name="AnswerType">The kind of thing the question asks for: <c>person</c>, <c>date</c>, <c>any</c>,
/// ...</param>
/// <param name="Terms">The words that sentences were scored by.</param>
/// <param name="Sentences">The best sentences, best first.</param>
/// <param name="Lead">The features that separate the best sentence from the next, largest difference first; empty for a
/// single sentence.</param>
/// <param name="ConfidenceParts">The contributions to the confidence; their sum is its logit.</param>
public sealed record AnswerTrace(
    string AnswerType,
    IReadOnlyList<TermTrace> Terms,
    IReadOnlyList<SentenceTrace> Sentences,
    IReadOnlyList<LeadTrace> Lead,
    IReadOnlyList<FeatureTrace> ConfidenceParts
);
