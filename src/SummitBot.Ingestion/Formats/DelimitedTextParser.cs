using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Ingestion.Tables;

namespace SummitBot.Ingestion.Formats;

/// <summary>Reads tables in text (CSV, RFC 4180, and TSV): each row is a line with its headers.</summary>
internal static class DelimitedTextParser
{
    private const int MaxColumns = 500;
    private const int MaxFieldLength = 1_000_000;
    private const int LinesLookedAt = 10;

    /// <summary>The parser keeps each of them; those in quotation marks are no columns.</summary>
    private const int MaxDelimitersInLine = 50_000;

    /// <summary>
    /// Maximum number of characters in rows with wrongly quoted cells: the parser copies the row for each of them.
    /// </summary>
    private const long MaxCopied = 200_000_000;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <param name="name">The file's name, which tells TSV from CSV.</param>
    /// <exception cref="ArticleReadException">A row has too many columns, or the table too many cells.</exception>
    public static ParsedArticle Parse(string text, string name, CancellationToken cancellationToken)
    {
        long copied = 0;
        bool isTabbed = name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
        char delimiter = isTabbed ? '\t' : DetectDelimiter(text);
        RefuseLongLines(text, delimiter);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            BadDataFound = cell =>
            {
                copied += cell.RawRecord.Length;
                if (copied > MaxCopied)
                {
                    throw new ArticleReadException(
                        ArticleReadError.TooComplex,
                        "Too many cells hold quotation marks by halves: put the cell into quotation marks, and write each one in it twice."
                    );
                }
            },
            MaxFieldSize = MaxFieldLength,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new TableRows();
        while (parser.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (parser.Count > MaxColumns)
            {
                throw TooManyColumns();
            }

            foreach (string cell in parser.Record ?? [])
            {
                rows.AddText(cell);
                rows.EndCell();
            }

            rows.EndRow();
        }

        var blocks = new BlockList(cancellationToken);
        rows.WriteWithHeaderTo(blocks);
        return new ParsedArticle(ArticleMetadata.None, null, blocks.Blocks);
    }

    private static void RefuseLongLines(ReadOnlySpan<char> text, char delimiter)
    {
        foreach (Range line in text.Split('\n'))
        {
            if (text[line].Count(delimiter) > MaxDelimitersInLine)
            {
                throw TooManyColumns();
            }
        }
    }

    private static ArticleReadException TooManyColumns() =>
        new(ArticleReadError.TooComplex, $"A row has more than {MaxColumns} columns: take out those that are no text.");

    /// <summary>The delimiter with the same count in each of the first lines; the most frequent of several.</summary>
    private static char DetectDelimiter(string text)
    {
        string[] lines = [.. text.Split('\n', LinesLookedAt + 1).Take(LinesLookedAt).Where(l => l.Length > 0)];
        return Delimiters
            .OrderByDescending(d =>
                lines
                    .Select(l => l.Count(c => c == d))
                    .Where(n => n > 0)
                    .GroupBy(n => n)
                    .Select(g => g.Count() * Math.Min(g.Key, 20))
                    .DefaultIfEmpty()
                    .Max()
            )
            .First();
    }
}
