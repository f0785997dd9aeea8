using SummitBot.Core.Answers.Explanations;

namespace SummitBot.Core.Answers;

/// <summary>An answer before its citations were checked.</summary>
/// <param name="Sentences">In the order to be shown; empty when the writer found no answer in the passages.</param>
/// <param name="Confidence">How likely the first sentence answers the question, 0 to 1.</param>
public sealed record AnswerDraft(IReadOnlyList<ExtractedSentence> Sentences, double Confidence)
{
    /// <summary>Each sentence is one side of a disagreement between articles.</summary>
    public bool IsConflicting { get; init; }

    /// <summary>What is quoted where no sentence is sure enough: passages that may answer, the likeliest first.</summary>
    public IReadOnlyList<ExtractedSentence> Offers { get; init; } = [];

    /// <summary>
    /// Whether the first sentence says what the question states, or something else; null where the question states nothing or
    /// that is not sure.
    /// </summary>
    public bool? Confirms { get; init; }

    /// <summary>No passage has anything of the question: not even their articles are near to it.</summary>
    public bool IsUnrelated { get; init; }

    /// <summary>The confidence in the sentence that is shown first: the draft's first may have been dropped.</summary>
    public double ConfidenceIn(AnswerSentence first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return Sentences.FirstOrDefault(s => s.Text == first.Text)?.Confidence ?? Confidence;
    }

    /// <summary>How the writer chose; null unless the request asked for it and the writer keeps one.</summary>
    public AnswerTrace? Trace { get; init; }
}
