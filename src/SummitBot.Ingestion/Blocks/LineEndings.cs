namespace SummitBot.Ingestion.Blocks;

/// <summary>What the two ends of a line tell about it.</summary>
internal static class LineEndings
{
    private const string Closers = "\"'”’»›)]}」』）】";
    private const string SentenceEnders = ".!?…。！？．｡؟۔।॥։";

    /// <summary>True when a sentence ends with the line; quotes and brackets may follow its mark.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> bare = line.TrimEnd().TrimEnd(Closers);
        return bare.Length > 0 && SentenceEnders.Contains(bare[^1]);
    }

    /// <summary>True when the line can be the end of a paragraph: of a sentence, or what a list follows.</summary>
    public static bool EndsParagraph(ReadOnlySpan<char> line) =>
        EndsSentence(line) || (line.TrimEnd() is [.., var last] && last is ':' or '：' or ';' or '；');

    /// <summary>True when the line begins an item of a list: <c>- x</c>, <c>* x</c>, <c>3. x</c>, <c>3) x</c>.</summary>
    public static bool BeginsListItem(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> start = line.TrimStart();
        if (start is ['-' or '*' or '+' or '•' or '–' or '·', ' ' or '\t', ..])
        {
            return true;
        }

        int digits = 0;
        while (digits < start.Length && char.IsAsciiDigit(start[digits]))
        {
            digits++;
        }

        return digits is > 0 and <= 3 && start[digits..] is ['.' or ')', ' ' or '\t', ..];
    }

    /// <summary>Scripts that are written without spaces between the words.</summary>
    public static bool IsSpaceless(char c) =>
        c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';
}
