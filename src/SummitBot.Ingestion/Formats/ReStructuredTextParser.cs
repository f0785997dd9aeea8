using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;

namespace SummitBot.Ingestion.Formats;

/// <summary>
/// Reads reStructuredText as text: underlined titles are headings, fields at the top are metadata, directives and comments
/// are left out but for the text of notes.
/// </summary>
internal sealed class ReStructuredTextParser
{
    private const string Underlines = "=-`:'\"~^_*+#<>.!$%&(),/;?@[\\]{|}";

    private readonly BlockList _blocks;
    private readonly List<string> _paragraph = [];
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] _lines;
    private string? _title;
    private int _at;

    private ReStructuredTextParser(string[] lines, CancellationToken cancellationToken)
    {
        _lines = lines;
        _blocks = new BlockList(cancellationToken);
    }

    /// <param name="text">Clean text of the file.</param>
    /// <exception cref="ArticleReadException">It has too many lines, or its front matter is no good.</exception>
    public static ParsedArticle Parse(string text, CancellationToken cancellationToken)
    {
        MarkupLimits.RefuseLines(text);
        (ArticleMetadata metadata, string body) = FrontMatterReader.Read(text);
        var parser = new ReStructuredTextParser(body.Split('\n'), cancellationToken);
        parser.ReadAll();
        return new ParsedArticle(parser.Complete(metadata), parser._title, parser._blocks.Blocks);
    }

    private ArticleMetadata Complete(ArticleMetadata metadata) =>
        metadata with
        {
            Published =
                metadata.Published
                ?? (_fields.GetValueOrDefault("date") is { } date ? PublishedDate.Parse(date) : null),
            Author = metadata.Author ?? _fields.GetValueOrDefault("author"),
            Tags = metadata.Tags.Count > 0 ? metadata.Tags : TagList.Split(_fields.GetValueOrDefault("tags")),
        };

    private void ReadAll()
    {
        for (; _at < _lines.Length; _at++)
        {
            string line = _lines[_at].TrimEnd();
            string next = _at + 1 < _lines.Length ? _lines[_at + 1].TrimEnd() : "";
            if (line.Length == 0)
            {
                EndParagraph();
            }
            else if (
                IsRule(line)
                && _at + 2 < _lines.Length
                && _lines[_at + 2].TrimEnd() == line
                && next.Trim().Length > 0
            )
            {
                AddHeading(next);
                _at += 2;
            }
            else if (_paragraph.Count == 0 && IsRule(next) && next.Length >= line.Length && !IsRule(line))
            {
                AddHeading(line);
                _at++;
            }
            else if (IsRule(line))
            {
                EndParagraph();
            }
            else if (line.StartsWith("..", StringComparison.Ordinal) && (line.Length == 2 || line[2] == ' '))
            {
                EndParagraph();
                ReadDirective(line);
            }
            else if (_paragraph.Count == 0 && ParseField(line) is { } field)
            {
                _fields.TryAdd(field.Name, field.Value);
            }
            else
            {
                AddLine(line);
            }
        }

        EndParagraph();
    }

    private void AddLine(string line)
    {
        if (LineEndings.BeginsListItem(line))
        {
            EndParagraph();
        }

        _paragraph.Add(CleanText.Line(TextMarkup.StripReStructuredText(line)));
        if (line.EndsWith("::", StringComparison.Ordinal))
        {
            _paragraph[^1] = _paragraph[^1][..^1];
        }
    }

    /// <summary>Text stays where the directive is a note; pictures, code and comments go with what is indented below.</summary>
    private void ReadDirective(string line)
    {
        int mark = line.IndexOf("::", StringComparison.Ordinal);
        string name = mark > 3 ? line[3..mark].Trim() : "";
        bool hasText =
            name
            is "note"
                or "warning"
                or "tip"
                or "important"
                or "hint"
                or "caution"
                or "attention"
                or "danger"
                or "admonition"
                or "seealso"
                or "versionadded"
                or "versionchanged"
                or "deprecated"
                or "topic"
                or "sidebar"
                or "epigraph"
                or "rubric";
        if (hasText)
        {
            AddLine(line[(mark + 2)..]);
            return;
        }

        while (_at + 1 < _lines.Length && (_lines[_at + 1].Trim().Length == 0 || char.IsWhiteSpace(_lines[_at + 1][0])))
        {
            _at++;
        }
    }

    private void AddHeading(string line)
    {
        EndParagraph();
        string text = CleanText.Line(TextMarkup.StripReStructuredText(line));
        _title ??= _blocks.Blocks.Count == 0 ? text : null;
        _blocks.Add(text, isHeading: true);
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

    /// <summary><c>:date: 2024-03-12</c>.</summary>
    private static (string Name, string Value)? ParseField(string line)
    {
        int end = line.StartsWith(':') ? line.IndexOf(": ", 1, StringComparison.Ordinal) : -1;
        return end is > 1 and < 40 && !line[1..end].Contains('`', StringComparison.Ordinal)
            ? (line[1..end].Trim(), line[(end + 2)..].Trim())
            : null;
    }

    /// <summary>A line of one punctuation mark repeated.</summary>
    private static bool IsRule(string line) =>
        line.Length >= 3
        && Underlines.Contains(line[0], StringComparison.Ordinal)
        && line.AsSpan().IndexOfAnyExcept(line[0]) < 0;
}
