namespace SummitBot.Core.Corpus;

/// <summary>The progress of indexing.</summary>
/// <param name="Done">Finished files or passages.</param>
/// <param name="Total">All files or passages.</param>
/// <param name="BytesDone">Bytes of the finished files.</param>
public readonly record struct IndexingProgress(int Done, int Total, long BytesDone)
{
    public IndexingStage Stage { get; init; }

    /// <summary>True when the finished part was just committed and can be searched.</summary>
    public bool IsCommitted { get; init; }
}

/// <summary>What a run of the indexer is doing.</summary>
public enum IndexingStage
{
    /// <summary>Reading files and writing the index; counted in files.</summary>
    Articles,

    /// <summary>The index is committed and can be searched; vectors are being computed, counted in passages.</summary>
    Vectors,
}
