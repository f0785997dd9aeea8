namespace SummitBot.Indexing.Vectors;

/// <summary>A vector file is damaged or of another version. The message says which, for reports and logs.</summary>
internal sealed class VectorFileException(string message) : Exception(message);
