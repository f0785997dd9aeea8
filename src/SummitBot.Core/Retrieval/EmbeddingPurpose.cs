namespace SummitBot.Core.Retrieval;

/// <summary>The purpose of a vector: some models need to know it.</summary>
public enum EmbeddingPurpose
{
    Passage,
    Question,
}
