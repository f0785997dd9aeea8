namespace SummitBot.Core.Retrieval;

/// <summary>What a vector is for: some models want to be told.</summary>
public enum EmbeddingPurpose
{
    Passage,
    Question,
}
