using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;

namespace SummitBot.Ingestion.Formats;

/// <summary>Reads plain text: paragraphs parted by blank lines, or one a line.</summary>
internal static class PlainTextParser
{
    private const int MaxTitleLength = 150;

    /// <param name="text">Clean text of the file.</param>
    /// <exception cref="ArticleReadException">Its front matter is no good.</exception>
    public static ParsedArticle Parse(string text)
    {
        (ArticleMetadata metadata, string body) = FrontMatterReader.Read(text);
        List<List<string>> runs = RunsOf(body);
        string? title = metadata.Title is null ? TitleOf(runs) : null;
        if (title is not null)
        {
            runs.RemoveAt(0);
        }

        List<string> lines = [.. runs.SelectMany(LineUnwrapper.Blocks)];
        return new ParsedArticle(metadata, title, [.. HeadingLines.Mark(lines)]);
    }

    /// <summary>The first line when it stands alone above a blank line and looks like a title, and text follows.</summary>
    private static string? TitleOf(List<List<string>> runs)
    {
        if (runs.Count < 2 || runs[0].Count != 1)
        {
            return null;
        }

        string line = CleanText.Line(runs[0][0]);
        bool isTitle =
            line.EndsWith('?') || line.EndsWith('!')
                ? HeadingLines.LooksLikeHeading(line[..^1], MaxTitleLength)
                : HeadingLines.LooksLikeHeading(line, MaxTitleLength);
        return isTitle ? line : null;
    }

    /// <summary>The lines between blank lines.</summary>
    private static List<List<string>> RunsOf(string text)
    {
        var runs = new List<List<string>>();
        bool isOpen = false;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                isOpen = false;
                continue;
            }

            if (!isOpen)
            {
                runs.Add([]);
                isOpen = true;
            }

            runs[^1].Add(line.ToString());
        }

        return runs;
    }
}
