namespace SummitBot.Core.Corpus;

/// <summary>
/// The corpus cannot be listed, so nothing was changed in the index. The message is a sentence for the operator that
/// says how to fix it.
/// </summary>
public sealed class CorpusUnavailableException(string message) : Exception(message);
