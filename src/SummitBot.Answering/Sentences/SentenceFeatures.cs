namespace SummitBot.Answering.Sentences;

/// <summary>How a sentence meets a question. Coverages are shares of the question's weight, 0 to 1.</summary>
internal readonly record struct SentenceFeatures
{
    /// <summary>Terms that are in the sentence in any form, or by a word that may stand for them (less than wholly).</summary>
    public double PrefixCoverage { get; init; }

    /// <summary>Terms that stand in the sentence in the very same form.</summary>
    public double ExactCoverage { get; init; }

    /// <summary>The passage's retrieval score over the best passage's, 0 to 1.</summary>
    public double PassageScore { get; init; }

    /// <summary>Rank of the passage, from 0.</summary>
    public double PassageRank { get; init; }

    /// <summary>Terms, or what may stand for them, that the one before it has and the sentence lacks.</summary>
    public double PreviousCoverage { get; init; }

    /// <summary>Terms, or what may stand for them, that the title has and the sentence and the one before it lack.</summary>
    public double TitleCoverage { get; init; }

    /// <summary>How well the best such mention fits the kind: 1, .7 for a place where a person is asked, .4 for a weak number.</summary>
    public double TypeFit { get; init; }

    /// <summary>1 when the question asks what something is and the sentence says it.</summary>
    public double Definition { get; init; }

    /// <summary>Terms that are anywhere in the passage in any form.</summary>
    public double PassageCoverage { get; init; }

    /// <summary>Terms that are neither names nor numbers and stand in the sentence in any form.</summary>
    public double ActionCoverage { get; init; }

    /// <inheritdoc cref="CandidateSentence.RelativeSimilarity"/>
    public double RelativeSimilarity { get; init; }

    /// <summary>What the reader says of it, the log odds that it answers, at most 12 either way; 0 when it was not read.</summary>
    public double Reading { get; init; }
}
