using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Ingestion.Tables;

namespace SummitBot.Ingestion.Formats;

/// <summary>
/// Reads AsciiDoc as text: titles are headings, attributes at the top are metadata, tables are rows with their headers;
/// comments, pictures and macros in blocks are left out.
/// </summary>
internal sealed class AsciiDocParser
{
    private readonly BlockList _blocks;
    private readonly List<string> _paragraph = [];
    private readonly Dictionary<string, string> _attributes = new(StringComparer.OrdinalIgnoreCase);
    private List<IReadOnlyList<string>>? _table;
    private List<string> _row = [];
    private bool _isInComment;
    private string? _title;

    private AsciiDocParser(CancellationToken cancellationToken) => _blocks = new BlockList(cancellationToken);

    /// <param name="text">Clean text of the file.</param>
    /// <exception cref="ArticleReadException">It has too many lines, or its front matter is no good.</exception>
    public static ParsedArticle Parse(string text, CancellationToken cancellationToken)
    {
        MarkupLimits.RefuseLines(text);
        (ArticleMetadata metadata, string body) = FrontMatterReader.Read(text);
        var parser = new AsciiDocParser(cancellationToken);
        foreach (string line in body.Split('\n'))
        {
            parser.Add(line.TrimEnd());
        }

        parser.EndTable();
        parser.EndParagraph();
        return new ParsedArticle(parser.Complete(metadata), parser._title, parser._blocks.Blocks);
    }

    private ArticleMetadata Complete(ArticleMetadata metadata)
    {
        string? date = _attributes.GetValueOrDefault("revdate") ?? _attributes.GetValueOrDefault("date");
        return metadata with
        {
            Published = metadata.Published ?? (date is null ? null : PublishedDate.Parse(date)),
            Author = metadata.Author ?? _attributes.GetValueOrDefault("author"),
            Description = metadata.Description ?? _attributes.GetValueOrDefault("description"),
            Tags = metadata.Tags.Count > 0 ? metadata.Tags : TagList.Split(_attributes.GetValueOrDefault("keywords")),
        };
    }

    private void Add(string line)
    {
        bool isComment = line.StartsWith("//", StringComparison.Ordinal);
        if (isComment || _isInComment)
        {
            _isInComment ^= line is "////";
        }
        else if (line is "|===")
        {
            EndParagraph();
            if (_table is null)
            {
                _table = [];
            }
            else
            {
                EndTable();
            }
        }
        else if (_table is not null)
        {
            AddCells(line);
        }
        else if (line.Length == 0 || IsFence(line) || IsBlockMark(line))
        {
            EndParagraph();
        }
        else if (ParseHeading(line) is { } heading)
        {
            EndParagraph();
            _title ??= line.StartsWith("= ", StringComparison.Ordinal) ? heading : null;
            _blocks.Add(heading, isHeading: true);
        }
        else if (ParseAttribute(line) is { } attribute)
        {
            _attributes.TryAdd(attribute.Name, attribute.Value);
        }
        else
        {
            AddText(line);
        }
    }

    private void AddText(string line)
    {
        string text = line.TrimStart();
        if (text is ['*' or '.' or '-', ..] && text.TrimStart('*', '.', '-') is [' ', ..])
        {
            EndParagraph();
            text = text.TrimStart('*', '.', '-');
        }

        _paragraph.Add(CleanText.Line(TextMarkup.StripAsciiDoc(text == "+" ? "" : text)));
    }

    /// <summary>A row is a line of cells, or a cell a line with blank lines between the rows.</summary>
    private void AddCells(string line)
    {
        if (line.Length == 0)
        {
            EndRow();
            return;
        }

        string[] cells = [.. line.Split('|').Skip(1).Select(c => TextMarkup.StripAsciiDoc(c))];
        _row.AddRange(cells);
        if (cells.Length > 1)
        {
            EndRow();
        }
    }

    private void EndRow()
    {
        if (_row.Count > 0)
        {
            _table!.Add(_row);
            _row = [];
        }
    }

    private void EndTable()
    {
        if (_table is not null)
        {
            EndRow();
            _blocks.AddAll(TableText.Write(_table));
            _table = null;
        }
    }

    private void EndParagraph()
    {
        string[] lines = [.. _paragraph.Where(l => l.Length > 0)];
        _paragraph.Clear();
        if (lines.Length > 0)
        {
            _blocks.Add(LineUnwrapper.Join(lines));
        }
    }

    /// <summary><c>== Section</c>, up to six marks.</summary>
    private static string? ParseHeading(string line)
    {
        int marks = line.Length - line.TrimStart('=').Length;
        return marks is > 0 and <= 6 && line.Length > marks && line[marks] == ' '
            ? CleanText.Line(TextMarkup.StripAsciiDoc(line[marks..]))
            : null;
    }

    /// <summary><c>:revdate: 2024-03-12</c>.</summary>
    private static (string Name, string Value)? ParseAttribute(string line)
    {
        int end = line.StartsWith(':') ? line.IndexOf(':', 1) : -1;
        return end > 1 && !line[1..end].Contains(' ', StringComparison.Ordinal)
            ? (line[1..end].Trim('!'), line[(end + 1)..].Trim())
            : null;
    }

    /// <summary>The marks around listings, quotations and the like.</summary>
    private static bool IsFence(string line) =>
        line is "--"
        || (
            line.Length >= 4
            && line[0] is '-' or '=' or '*' or '_' or '+' or '.' or '\''
            && line.AsSpan().IndexOfAnyExcept(line[0]) < 0
        );

    /// <summary>Block attributes, titles of blocks and macros such as <c>image::a.png[]</c>.</summary>
    private static bool IsBlockMark(string line) =>
        (line.StartsWith('[') && line.EndsWith(']'))
        || (line.Contains("::", StringComparison.Ordinal) && line.EndsWith(']'));
}
