using System.Globalization;
using SummitBot.Language.Sentences;

namespace SummitBot.Web.Articles;

/// <summary>
/// The range of an article's text that a URL asks to mark. An invalid range is not an error; nothing is marked.
/// </summary>
public static class CitedRange
{
    /// <summary>
    /// The range inside <paramref name="text"/>, clamped to it and widened to whole characters where it splits a
    /// surrogate pair; null when the values are missing, are not whole numbers, or leave nothing to mark.
    /// </summary>
    public static TextRange? Read(string? start, string? end, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!TryRead(start, out long first) || !TryRead(end, out long last))
        {
            return null;
        }

        int from = (int)Math.Clamp(first, 0, text.Length);
        int to = (int)Math.Clamp(last, 0, text.Length);
        if (from >= to)
        {
            return null;
        }

        return new TextRange(SplitsPair(text, from) ? from - 1 : from, SplitsPair(text, to) ? to + 1 : to);
    }

    private static bool TryRead(string? value, out long number) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool SplitsPair(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);
}
