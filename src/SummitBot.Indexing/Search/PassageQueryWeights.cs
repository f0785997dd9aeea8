namespace SummitBot.Indexing.Search;

/// <summary>What a search counts beside the words of the question, each as a share of a word's weight; 0 leaves it out.</summary>
public sealed record PassageQueryWeights
{
    /// <summary>Two neighbouring words of the question near each other.</summary>
    public float Phrase { get; init; } = 0.4f;

    /// <summary>A word that may stand for one of the question, from the thesaurus.</summary>
    public float Synonym { get; init; } = 0.5f;

    /// <summary>The indexed word that an unknown one likely misspells.</summary>
    public float Respelling { get; init; } = 0.5f;
}
