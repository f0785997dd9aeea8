namespace SummitBot.Language.Sentences;

/// <summary>The lines of an article's plain text: its paragraphs, headings and list items.</summary>
public static class TextLines
{
    /// <summary>The range of each line that is not empty, without its line break.</summary>
    public static IEnumerable<TextRange> Split(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                yield return new TextRange(start, end);
            }

            start = end + 1;
        }
    }
}
