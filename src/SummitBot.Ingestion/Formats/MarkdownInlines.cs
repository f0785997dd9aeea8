using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace SummitBot.Ingestion.Formats;

/// <summary>The plain text of a paragraph: no marks, no tags, no pictures, links as their text.</summary>
internal sealed class MarkdownInlines
{
    private readonly List<List<string>> _runs =
    [
        [],
    ];
    private readonly StringBuilder _line = new();

    /// <summary>The element whose text is not shown and that is open now; null outside of one.</summary>
    private string? _skipped;

    /// <summary>The lines of a paragraph, in runs that hard line breaks part; never with a line that is blank.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> SplitIntoRuns(ContainerInline? inlines)
    {
        var text = new MarkdownInlines();
        if (inlines is not null)
        {
            text.AddAll(inlines);
        }

        text.EndLine();
        return [.. text._runs.Where(run => run.Count > 0)];
    }

    private void AddAll(ContainerInline container)
    {
        foreach (Inline inline in container)
        {
            Add(inline);
        }
    }

    private void Add(Inline inline)
    {
        switch (inline)
        {
            case LineBreakInline lineBreak:
                EndLine();
                if (lineBreak.IsHard)
                {
                    _runs.Add([]);
                }

                break;
            case HtmlInline html:
                AddTag(html.Tag);
                break;
            case LiteralInline literal:
                Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                Append(code.Content);
                break;
            case HtmlEntityInline entity:
                Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                Append(link.Url);
                break;
            case LinkInline { IsImage: true } or FootnoteLink or TaskList:
                break;
            case ContainerInline container:
                AddAll(container);
                break;
        }
    }

    private void AddTag(string tag)
    {
        string name = tag.TrimStart('<', '/').Split(' ', '>', '/', '\t', '\n')[0].ToLowerInvariant();
        bool isEnd = tag.StartsWith("</", StringComparison.Ordinal);
        if (isEnd && name == _skipped)
        {
            _skipped = null;
        }
        else if (name is "script" or "style" && !isEnd)
        {
            _skipped = name;
        }
        else if (name == "br")
        {
            EndLine();
            _runs.Add([]);
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_skipped is null)
        {
            _line.Append(text);
        }
    }

    private void EndLine()
    {
        string line = _line.ToString();
        _line.Clear();
        if (!string.IsNullOrWhiteSpace(line))
        {
            _runs[^1].Add(line);
        }
    }
}
