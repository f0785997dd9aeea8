using SummitBot.Core.Answers.Explanations;

namespace SummitBot.Core.Answers;

/// <summary>An answer before its citations are checked.</summary>
/// <param name="Sentences">In display order; empty when the writer found no answer in the passages.</param>
/// <param name="Confidence">Probability that the first sentence answers the question, 0 to 1.</param>
public sealed record AnswerDraft(IReadOnlyList<ExtractedSentence> Sentences, double Confidence)
{
    /// <summary>True when the sentences are the sides of a disagreement between articles.</summary>
    public bool IsConflicting { get; init; }

    /// <summary>True when each sentence is an item of a list, in the order of the text.</summary>
    public bool IsList { get; init; }

    /// <summary>Items of the list that there is no room for.</summary>
    public int OmittedItems { get; init; }

    /// <summary>
    /// True when no sentence answers by itself, whatever its confidence: only <see cref="Offers"/> may be shown.
    /// </summary>
    public bool IsOfferOnly { get; init; }

    /// <summary>The two numbers of the sentences whose difference answers; null when no difference is asked for.</summary>
    public NumberDifference? Difference { get; init; }

    /// <summary>Passages that may answer, most likely first, for the case that no sentence is certain enough.</summary>
    public IReadOnlyList<ExtractedSentence> Offers { get; init; } = [];

    /// <summary>
    /// True when the first sentence confirms what the question states, false when it contradicts it; null when the
    /// question states nothing or it is not clear.
    /// </summary>
    public bool? Confirms { get; init; }

    /// <summary>True when neither the passages nor their articles have anything to do with the question.</summary>
    public bool IsUnrelated { get; init; }

    /// <summary>
    /// The confidence of the sentence that is shown first; the draft's first sentence may have been dropped.
    /// </summary>
    public double ConfidenceIn(AnswerSentence first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return Sentences.FirstOrDefault(s => s.Text == first.Text)?.Confidence ?? Confidence;
    }

    /// <summary>How the writer chose; null unless the request asked for it and the writer records a trace.</summary>
    public AnswerTrace? Trace { get; init; }
}
