namespace SummitBot.Core.Corpus;

/// <summary>How far indexing is.</summary>
/// <param name="Done">Files, or passages, finished.</param>
/// <param name="Total">Files, or passages, in all.</param>
/// <param name="BytesDone">Bytes of the files finished.</param>
public readonly record struct IndexingProgress(int Done, int Total, long BytesDone)
{
    public IndexingStage Stage { get; init; }

    /// <summary>True when what is finished was just committed: the index can be searched, and grows.</summary>
    public bool IsCommitted { get; init; }
}
