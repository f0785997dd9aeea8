namespace SummitBot.Language.Tokens;

/// <summary>White space between words.</summary>
public static class WhiteSpace
{
    /// <summary>The text with one space in place of each run of white space, and none at its ends.</summary>
    public static string Unite(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
