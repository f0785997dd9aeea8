using System.Text;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Formats;

/// <summary>
/// Makes blocks of a run of lines that no blank line parts. The run is either hard-wrapped, then its lines are joined, or it
/// has one paragraph a line, then they are kept. A run is hard-wrapped when its lines are narrow and full: the first word of
/// the next line would not have found room on them, and mostly no sentence ends where the line ends.
/// </summary>
internal static class LineUnwrapper
{
    private const int MaxWidth = 110;
    private const int MinWidth = 30;
    private const int MinWidthSpaceless = 15;

    /// <summary>Two lines alone prove little: only ones of a usual width are taken for wrapped.</summary>
    private const int MinWidthOfTwo = 55;

    /// <summary>What a full line may lack to the width of the run; editors differ by a word.</summary>
    private const double Slack = 0.12;

    private const double MinFullShare = 0.6;
    private const double MaxSentenceEndShare = 0.5;

    /// <summary>The blocks of a run, each one clean line.</summary>
    public static IReadOnlyList<string> Blocks(IReadOnlyList<string> run)
    {
        string[] lines = [.. run.Select(CleanText.Line).Where(l => l.Length > 0)];
        var blocks = new List<string>();
        int start = 0;
        for (int i = 1; i <= lines.Length; i++)
        {
            if (i == lines.Length || LineEndings.BeginsListItem(lines[i]))
            {
                AddBlocks(blocks, lines.AsSpan(start, i - start));
                start = i;
            }
        }

        return blocks;
    }

    /// <summary>All lines as one, whatever their width.</summary>
    public static string Join(ReadOnlySpan<string> lines)
    {
        if (lines is [var only])
        {
            return only;
        }

        var joined = new StringBuilder();
        foreach (string line in lines)
        {
            if (joined.Length > 0 && !JoinsWithoutSpace(joined, line))
            {
                joined.Append(' ');
            }

            joined.Append(line);
        }

        return joined.ToString();
    }

    private static void AddBlocks(List<string> blocks, ReadOnlySpan<string> lines)
    {
        int width = MeasureWidth(lines);
        if (!IsHardWrapped(lines, width))
        {
            blocks.AddRange(lines);
            return;
        }

        int start = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (i == lines.Length - 1 || EndsParagraph(lines[i], lines[i + 1], width))
            {
                blocks.Add(Join(lines[start..(i + 1)]));
                start = i + 1;
            }
        }
    }

    private static int MeasureWidth(ReadOnlySpan<string> lines)
    {
        int width = 0;
        foreach (string line in lines)
        {
            width = Math.Max(width, line.Length);
        }

        return width;
    }

    private static bool IsHardWrapped(ReadOnlySpan<string> lines, int width)
    {
        if (lines.Length < 2 || width > MaxWidth || width < MinWidthFor(lines))
        {
            return false;
        }

        int full = 0;
        int sentenceEnds = 0;
        for (int i = 0; i < lines.Length - 1; i++)
        {
            full += IsFull(lines[i], lines[i + 1], width) ? 1 : 0;
            sentenceEnds += LineEndings.EndsSentence(lines[i]) ? 1 : 0;
        }

        int parted = lines.Length - 1;
        return full >= MinFullShare * parted && sentenceEnds < MaxSentenceEndShare * parted;
    }

    private static int MinWidthFor(ReadOnlySpan<string> lines) =>
        LineEndings.IsSpaceless(lines[0][^1]) ? MinWidthSpaceless
        : lines.Length == 2 && !char.IsLower(lines[1][0]) ? MinWidthOfTwo
        : MinWidth;

    /// <summary>True when the next line's first word would not have fitted on this line.</summary>
    private static bool IsFull(string line, string next, int width) =>
        line.Length + 1 + FirstWordLength(next) > width * (1 - Slack);

    private static int FirstWordLength(string line)
    {
        if (LineEndings.IsSpaceless(line[0]))
        {
            return 1;
        }

        int space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? line.Length : space;
    }

    /// <summary>Within a hard-wrapped run, a line that stays short ends its paragraph, or is a heading above one.</summary>
    private static bool EndsParagraph(string line, string next, int width)
    {
        if (IsFull(line, next, width) || char.IsLower(next[0]))
        {
            return false;
        }

        return LineEndings.EndsParagraph(line) || line.Length < width / 2;
    }

    private static bool JoinsWithoutSpace(StringBuilder before, string next)
    {
        char last = before[^1];
        bool isSplitWord = last == '-' && before.Length > 1 && char.IsLetter(before[^2]) && char.IsLower(next[0]);
        return isSplitWord || (LineEndings.IsSpaceless(last) && LineEndings.IsSpaceless(next[0]));
    }
}
