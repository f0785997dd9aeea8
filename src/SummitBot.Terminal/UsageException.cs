namespace SummitBot.Terminal;

/// <summary>The command cannot be done as it was given. The message is a sentence for the operator that says how to mend it.</summary>
public sealed class UsageException(string message, Exception? innerException = null)
    : Exception(message, innerException);
