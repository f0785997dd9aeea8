using System.Buffers;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Blocks;

/// <summary>
/// Turns a file away before it is parsed when its markup would take memory or time beyond measure. Every line and every
/// mark becomes an object of a few hundred bytes, so they are limited to what ten times the file's size holds.
/// </summary>
internal static class MarkupLimits
{
    /// <summary>Lines and marks that any Markdown file may have, about as many as a table of 10,000 rows of 10 cells.</summary>
    private const int MarksOfAnyFile = 120_000;

    /// <summary>Characters that allow for one mark more.</summary>
    private const int CharactersForMark = 32;

    private const int LinesOfAnyFile = 250_000;
    private const int CharactersForLine = 16;

    /// <summary>Lists and quotations that one line may open. Markdig reads the rest of the line anew for each.</summary>
    private const int MaxOpenedByLine = 500;

    /// <summary>Characters that are searched in vain for the end of links and tags, about a fifth of a second.</summary>
    private const long MaxSearchedCharacters = 200_000_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\n|*_[]`<\\~^&!#>+");
    private static readonly SearchValues<char> LinkEnds = SearchValues.Create("( \n\t");

    private static readonly SearchValues<char> LineOpeners = SearchValues.Create(" \t>-+*.)0123456789");

    /// <summary>What Markdig searches to the end of the paragraph, from every opening again.</summary>
    private static readonly (string Open, string Close)[] Tags =
    [
        ("<?", "?>"),
        ("<!--", "-->"),
        ("<![CDATA[", "]]>"),
        ("<!", ">"),
    ];

    /// <exception cref="ArticleReadException">The text has too many lines.</exception>
    public static void RefuseLines(string text) =>
        Refuse(text.AsSpan().Count('\n'), LinesOfAnyFile + (text.Length / CharactersForLine), "lines");

    /// <exception cref="ArticleReadException">The Markdown has too many lines and marks, or links and tags without an end.</exception>
    public static void RefuseMarks(string text)
    {
        int max = MarksOfAnyFile + (text.Length / CharactersForMark);
        Refuse(text.AsSpan().CountAny(Marks), max, "lines and Markdown marks");
        if (MostOpenedByALine(text) > MaxOpenedByLine)
        {
            throw new ArticleReadException(
                ArticleReadError.TooComplex,
                $"A line opens more than {MaxOpenedByLine} lists or quotations: shorten it, or save the text as plain text (.txt)."
            );
        }

        if (
            SearchedForLinks(text) + Tags.Sum(tag => SearchedForTags(text, tag.Open, tag.Close))
            > MaxSearchedCharacters
        )
        {
            throw new ArticleReadException(
                ArticleReadError.TooComplex,
                "Too many Markdown links or HTML tags are opened and not closed: close them, or save the text as plain text (.txt)."
            );
        }
    }

    private static void Refuse(int count, int max, string what)
    {
        if (count > max)
        {
            FormattableString reason =
                $"The file has {count:N0} {what}, the limit for its size is {max:N0}: split the file, or remove what is no text.";
            throw new ArticleReadException(ArticleReadError.TooComplex, FormattableString.Invariant(reason));
        }
    }

    private static int MostOpenedByALine(ReadOnlySpan<char> text)
    {
        int max = 0;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            int opened = 0;
            for (int i = 0; i < line.Length && LineOpeners.Contains(line[i]); i++)
            {
                bool isListMark = line[i] is ('-' or '+' or '*' or '.' or ')') && line[(i + 1)..] is [' ' or '\t', ..];
                opened += isListMark || line[i] == '>' ? 1 : 0;
            }

            max = Math.Max(max, opened);
        }

        return max;
    }

    /// <summary>The address of a link is searched up to the end of its word, from each opening bracket.</summary>
    private static long SearchedForLinks(ReadOnlySpan<char> text)
    {
        long steps = 0;
        int start = 0;
        int links = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            int found = text[i..].IndexOfAny(LinkEnds);
            i = found < 0 ? text.Length : i + found;
            if (i < text.Length && text[i] == '(')
            {
                links += i > 0 && text[i - 1] == ']' ? 1 : 0;
            }
            else
            {
                steps += (long)links * (i - start);
                (start, links) = (i, 0);
            }
        }

        return steps;
    }

    /// <summary>The end of a tag is searched up to the end of the paragraph. Goes from the end to the start.</summary>
    private static long SearchedForTags(ReadOnlySpan<char> text, string open, string close)
    {
        long searched = 0;
        int end = text.Length;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] == open[0] && text[i..].StartsWith(open, StringComparison.Ordinal))
            {
                searched += end - i;
            }
            else if (
                (text[i] == close[0] && text[i..].StartsWith(close, StringComparison.Ordinal))
                || text[i..] is ['\n', '\n', ..]
            )
            {
                end = i;
            }
        }

        return searched;
    }
}
