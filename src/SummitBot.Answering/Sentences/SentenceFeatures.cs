namespace SummitBot.Answering.Sentences;

/// <summary>How well a sentence matches a question. Coverages are shares of the question's weight, 0 to 1.</summary>
internal readonly record struct SentenceFeatures
{
    /// <summary>Terms that are in the sentence in any form, or by an alternative, which counts for less.</summary>
    public double PrefixCoverage { get; init; }

    /// <summary>Terms that are in the sentence in exactly the same form.</summary>
    public double ExactCoverage { get; init; }

    /// <summary>The passage's retrieval score divided by the best passage's, 0 to 1.</summary>
    public double PassageScore { get; init; }

    /// <summary>Rank of the passage, from 0.</summary>
    public double PassageRank { get; init; }

    /// <summary>Terms, or alternatives, that the previous sentence has and this one lacks.</summary>
    public double PreviousCoverage { get; init; }

    /// <summary>
    /// Terms, or alternatives, that the title has and neither this sentence nor the previous one has.
    /// </summary>
    public double TitleCoverage { get; init; }

    /// <summary>
    /// How well the best new mention fits the kind asked for: 1; .7 for a place where a person is asked for; .4 for a
    /// weak number.
    /// </summary>
    public double TypeFit { get; init; }

    /// <summary>1 when the question asks for a definition and the sentence gives it.</summary>
    public double Definition { get; init; }

    /// <summary>Terms that are anywhere in the passage in any form.</summary>
    public double PassageCoverage { get; init; }

    /// <summary>Terms other than names and numbers that are in the sentence in any form.</summary>
    public double ActionCoverage { get; init; }

    /// <inheritdoc cref="CandidateSentence.RelativeSimilarity"/>
    public double RelativeSimilarity { get; init; }

    /// <summary>The reader's log odds that it answers, clamped to -12 to 12; 0 when it was not read.</summary>
    public double Reading { get; init; }
}

/// <summary>How well a sentence matches the time expressions of a question.</summary>
/// <param name="Fit">Whether it is about the time asked for.</param>
/// <param name="Recency">When the newest is asked for: 1 for the newest of the retrieved articles, down to 0 for the
/// oldest and undated ones, doubled for a dated entry; otherwise 0.</param>
internal readonly record struct NewsFeatures(PeriodFit Fit, double Recency);
