namespace SummitBot.Terminal;

/// <summary>
/// The command cannot be run as given. The message is a sentence for the operator that says how to fix it.
/// </summary>
public sealed class UsageException(string message, Exception? innerException = null)
    : Exception(message, innerException);
