namespace SummitBot.Language.Tokens;

/// <summary>The beginning of a text that is too long.</summary>
public static class TextStart
{
    /// <summary>
    /// At most so many UTF-16 code units, without half of a surrogate pair at the end: that is no valid text to a model or a
    /// web service.
    /// </summary>
    public static string Take(string text, int max)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        return text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
    }
}
