namespace SummitBot.Core.Reading;

/// <summary>
/// The reader cannot be used. The message says what is wrong and how to fix it; it is for the operator.
/// </summary>
public sealed class ReaderUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
