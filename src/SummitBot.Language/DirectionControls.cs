namespace SummitBot.Language;

/// <summary>
/// The Unicode characters that set the direction of the following text: embeddings and overrides (U+202A to U+202E) and
/// isolates (U+2066 to U+2069). They can disguise the text of a title or a question.
/// </summary>
public static class DirectionControls
{
    public static bool Contains(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    /// <summary>The text without them. The marks that Arabic and Hebrew need (U+200E, U+200F, U+061C) stay.</summary>
    public static string Remove(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(Contains) ? string.Concat(text.Where(c => !Contains(c))) : text;
    }
}
