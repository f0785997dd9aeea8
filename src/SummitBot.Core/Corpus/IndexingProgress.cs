namespace SummitBot.Core.Corpus;

/// <summary>How far indexing is.</summary>
/// <param name="Done">Files finished.</param>
/// <param name="Total">Files in all.</param>
/// <param name="BytesDone">Bytes of the files finished.</param>
public readonly record struct IndexingProgress(int Done, int Total, long BytesDone);
