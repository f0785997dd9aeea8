namespace SummitBot.Core.Retrieval;

/// <summary>
/// The embedding model cannot be reached or read. The message is a sentence for the operator that says how to fix it
/// and contains no key; it may be shown on a terminal or logged, not shown to visitors.
/// </summary>
public sealed class EmbeddingUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
