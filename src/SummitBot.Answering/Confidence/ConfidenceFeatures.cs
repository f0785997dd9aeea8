using SummitBot.Answering.Sentences;

namespace SummitBot.Answering.Confidence;

/// <summary>What speaks for and against the chosen sentence being the answer.</summary>
internal readonly record struct ConfidenceFeatures
{
    /// <summary>Share of the question's weight found in the sentence, the one before it or the title, 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>1 when the question is negated and the sentence is not.</summary>
    public double NegationMissing { get; init; }

    /// <summary>Names of the question found neither in the sentence nor in the one before it nor in the title, a count.</summary>
    public double NamesMissing { get; init; }

    /// <summary>Content words of the question, a count.</summary>
    public double QuestionTerms { get; init; }

    /// <summary>The largest weight of a term found neither in the sentence nor in the title.</summary>
    public double HeaviestMissing { get; init; }

    /// <summary>Numbers of the question not in the sentence, a count.</summary>
    public double NumbersMissing { get; init; }

    /// <inheritdoc cref="SentenceFeatures.Reading"/>
    public double Reading { get; init; }

    /// <summary>By how much the reader's log odds are above the best of any other sentence, at most 8 either way.</summary>
    public double ReadingLead { get; init; }

    /// <summary>By how much its score is above the best of any other sentence, at most 8 either way.</summary>
    public double Lead { get; init; }

    /// <summary>The cosine of the vectors of sentence and question, less what is usual; 0 when there is no vector.</summary>
    public double Similarity { get; init; }
}
