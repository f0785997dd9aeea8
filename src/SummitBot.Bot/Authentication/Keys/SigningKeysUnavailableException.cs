namespace SummitBot.Bot.Authentication.Keys;

/// <summary>
/// An authority's keys are unavailable, so no token can be checked. The message is for operators only.
/// </summary>
public sealed class SigningKeysUnavailableException(string message, Exception? inner = null)
    : Exception(message, inner);
