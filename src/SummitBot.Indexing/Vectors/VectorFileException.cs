namespace SummitBot.Indexing.Vectors;

/// <summary>A file of vectors is damaged or of another version. The message names which and goes into reports and logs.</summary>
internal sealed class VectorFileException(string message) : Exception(message);
