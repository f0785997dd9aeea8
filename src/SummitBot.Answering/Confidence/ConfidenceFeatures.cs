using SummitBot.Answering.Sentences;

namespace SummitBot.Answering.Confidence;

/// <summary>Evidence for and against the chosen sentence as the answer.</summary>
internal readonly record struct ConfidenceFeatures
{
    /// <summary>Share of the question's weight found in the sentence, the one before it or the title, 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>1 when the question is negated and the sentence is not.</summary>
    public double NegationMissing { get; init; }

    /// <summary>
    /// Number of names in the question that are missing from the sentence, the sentence before it and the title.
    /// </summary>
    public double NamesMissing { get; init; }

    /// <summary>Number of content words in the question.</summary>
    public double QuestionTerms { get; init; }

    /// <summary>The largest weight of a term that is missing from both the sentence and the title.</summary>
    public double HeaviestMissing { get; init; }

    /// <summary>Number of numbers in the question that are missing from the sentence.</summary>
    public double NumbersMissing { get; init; }

    /// <inheritdoc cref="SentenceFeatures.Reading"/>
    public double Reading { get; init; }

    /// <summary>The score minus that of the best other sentence, clamped to -8 to 8.</summary>
    public double Lead { get; init; }

    /// <summary>
    /// The cosine of the vectors of sentence and question, minus the usual value; 0 when there is no vector.
    /// </summary>
    public double Similarity { get; init; }
}
