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

/// <summary>A measured feature.</summary>
/// <param name="Contribution"><paramref name="Value"/> times <paramref name="Weight"/>.</param>
public sealed record FeatureTrace(string Name, double Value, double Weight, double Contribution)
{
    /// <summary>The name of the contribution of dates and times, which is not a weighted feature.</summary>
    public const string News = "news";
}

/// <summary>The contribution of a feature to the best sentence minus that to the next; may be negative.</summary>
public sealed record LeadTrace(string Feature, double Difference);

/// <summary>A sentence that could have been quoted.</summary>
/// <param name="Score">Sum of the contributions of its features.</param>
/// <param name="Features">All features, including those without a contribution.</param>
public sealed record SentenceTrace(string PassageId, string Text, double Score, IReadOnlyList<FeatureTrace> Features);

/// <summary>A word of a question.</summary>
/// <param name="Weight">0 or more; four decimals.</param>
/// <param name="IsContext">True when it comes from an earlier turn.</param>
/// <param name="Alternatives">Stems that may replace it, with their strength: <c>summit 0.8</c>.</param>
public sealed record TermTrace(string Word, double Weight, bool IsContext, IReadOnlyList<string> Alternatives);
