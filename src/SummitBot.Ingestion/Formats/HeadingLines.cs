using SummitBot.Ingestion.Blocks;

namespace SummitBot.Ingestion.Formats;

/// <summary>Finds the headings of a text that marks none: short lines that stand alone between full sentences.</summary>
internal static class HeadingLines
{
    private const int MaxLength = 60;

    /// <summary>The lines as blocks, those that look like headings marked as such.</summary>
    public static IEnumerable<Block> Mark(IReadOnlyList<string> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            bool followsText = i == 0 || LineEndings.EndsSentence(lines[i - 1]);
            bool leadsToText =
                i + 1 < lines.Count
                && LineEndings.EndsSentence(lines[i + 1])
                && lines[i + 1].Length > lines[i].Length
                && !LineEndings.BeginsListItem(lines[i + 1]);
            yield return new Block(lines[i], followsText && leadsToText && LooksLikeHeading(lines[i], MaxLength));
        }
    }

    /// <summary>True for a short line that begins like one and does not end like a sentence.</summary>
    public static bool LooksLikeHeading(string line, int maxLength) =>
        line.Length <= maxLength
        && line.Any(char.IsLetterOrDigit)
        && BeginsLikeHeading(line)
        && !LineEndings.BeginsListItem(line)
        && !LineEndings.EndsSentence(line)
        && line[^1] is not (',' or ';' or ':' or '-' or '–' or '—' or '、' or '，' or '：' or '；');

    private static bool BeginsLikeHeading(string line)
    {
        char first = line[0] is '"' or '“' or '«' or '¿' or '‘' && line.Length > 1 ? line[1] : line[0];

        // Most scripts have no capitals: a letter that is not a small one will do.
        return char.IsDigit(first) || (char.IsLetter(first) && !char.IsLower(first));
    }
}
