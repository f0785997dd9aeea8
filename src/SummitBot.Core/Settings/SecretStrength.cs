namespace SummitBot.Core.Settings;

/// <summary>What the settings demand of a key or secret that strangers may try to guess.</summary>
public static class SecretStrength
{
    private const int MinLength = 16;

    /// <summary>Why the secret is too weak, a sentence for people; null when it is not.</summary>
    /// <param name="setting">Its whole name, for the sentence.</param>
    public static string? FindProblem(string setting, string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret.Length < MinLength || secret.Any(char.IsWhiteSpace)
            ? $"{setting} is too easy to guess: give it at least {MinLength} characters without spaces."
            : null;
    }
}
