namespace SummitBot.Core.Corpus;

/// <summary>What a run of the indexer is doing.</summary>
public enum IndexingStage
{
    /// <summary>Reading files and writing the index; counted in files.</summary>
    Articles,

    /// <summary>The index is committed and can be searched; vectors are being computed, counted in passages.</summary>
    Vectors,
}
