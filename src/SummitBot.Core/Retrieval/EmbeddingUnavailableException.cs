namespace SummitBot.Core.Retrieval;

/// <summary>The embedding model cannot be reached or read. The message says how to mend it and holds no key.</summary>
public sealed class EmbeddingUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
