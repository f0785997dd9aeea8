using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;

namespace SummitBot.Ingestion.Formats;

/// <summary>Reads plain text: paragraphs separated by blank lines, or one on each line.</summary>
internal static class PlainTextParser
{
    private const int MaxTitleLength = 150;
    private const int MinRuleLength = 3;

    /// <param name="text">Clean text of the file.</param>
    /// <exception cref="ArticleReadException">Its front matter is invalid, or it has too many lines.</exception>
    public static ParsedArticle Parse(string text)
    {
        (ArticleMetadata metadata, string body) = FrontMatterReader.Read(text);
        return ParseBody(metadata, body);
    }

    /// <summary>Reads a text with known metadata.</summary>
    /// <exception cref="ArticleReadException">It has too many lines.</exception>
    public static ParsedArticle ParseBody(ArticleMetadata metadata, string body)
    {
        MarkupLimits.RefuseLines(body);
        List<string> lines = [];
        string? title = null;
        bool isFirst = true;
        foreach (List<string> run in SplitIntoRuns(body))
        {
            title = isFirst && metadata.Title is null ? FindTitle(run) : title;
            if (!isFirst || title is null)
            {
                lines.AddRange(LineUnwrapper.Blocks(run));
            }

            isFirst = false;
        }

        return lines.Count > 0 || title is null
            ? new ParsedArticle(metadata, title, [.. HeadingLines.Mark(lines)])
            : new ParsedArticle(metadata, null, [new Block(title, IsHeading: false)]);
    }

    /// <summary>The first line if it looks like a title and a blank line, or a rule and a blank line, follows.</summary>
    private static string? FindTitle(List<string> run)
    {
        if (run.Count != 1 && !(run.Count == 2 && IsRule(run[1])))
        {
            return null;
        }

        string line = CleanText.Line(run[0]);
        bool isTitle =
            line.EndsWith('?') || line.EndsWith('!')
                ? HeadingLines.LooksLikeHeading(line[..^1], MaxTitleLength)
                : HeadingLines.LooksLikeHeading(line, MaxTitleLength);
        return isTitle ? line : null;
    }

    /// <summary>True for a line of one repeated sign: <c>=====</c>.</summary>
    private static bool IsRule(string line)
    {
        string signs = line.Trim();
        return signs.Length >= MinRuleLength && signs[0] is ('=' or '-' or '~' or '*') && signs.All(c => c == signs[0]);
    }

    /// <summary>The lines between blank lines.</summary>
    private static IEnumerable<List<string>> SplitIntoRuns(string text)
    {
        var run = new List<string>();
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                run.Add(text[start..end]);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }

            start = end + 1;
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
