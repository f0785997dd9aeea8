namespace SummitBot.Core.Reading;

/// <summary>The reader cannot be used. Its message is for the operator: what is wrong and how to mend it.</summary>
public sealed class ReaderUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
