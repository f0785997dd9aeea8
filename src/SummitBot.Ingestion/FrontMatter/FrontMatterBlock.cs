using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>
/// The lines between <c>---</c> and <c>---</c>, or <c>+++</c> and <c>+++</c>, at the very top of a file.
/// </summary>
/// <param name="Yaml">The text between the marks, from the file's second line on; null without front matter.</param>
/// <param name="Body">The text after it.</param>
internal readonly record struct FrontMatterBlock(string? Yaml, string Body)
{
    /// <summary>True when the text between the marks is TOML.</summary>
    public bool IsToml { get; init; }

    /// <param name="text">The file with <c>\n</c> as line end.</param>
    /// <exception cref="ArticleReadException">The block is not closed.</exception>
    public static FrontMatterBlock Split(string text)
    {
        int start = EndOfLine(text, 0);
        bool isToml = text.AsSpan(0, start).TrimEnd() is "+++";
        string mark = isToml ? "+++" : "---";
        if (!isToml && text.AsSpan(0, start).TrimEnd() is not "---")
        {
            return new FrontMatterBlock(null, text);
        }

        start = Math.Min(start + 1, text.Length);
        for (int line = start; line < text.Length; )
        {
            int end = EndOfLine(text, line);
            ReadOnlySpan<char> found = text.AsSpan(line, end - line).TrimEnd();
            if (found.SequenceEqual(mark) || (!isToml && found is "..."))
            {
                return new FrontMatterBlock(text[start..line], text[Math.Min(end + 1, text.Length)..])
                {
                    IsToml = isToml,
                };
            }

            line = end + 1;
        }

        throw new ArticleReadException(
            ArticleReadError.Malformed,
            $"Line 1: the front matter opens with '{mark}' but is never closed: add a line '{mark}' after it, or remove the first line."
        );
    }

    private static int EndOfLine(string text, int start)
    {
        int end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }
}
