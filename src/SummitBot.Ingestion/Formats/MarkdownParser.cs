using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Ingestion.Pages;
using SummitBot.Ingestion.Tables;

namespace SummitBot.Ingestion.Formats;

/// <summary>Reads Markdown (CommonMark with tables, footnotes and task lists).</summary>
internal sealed class MarkdownParser
{
    private static readonly Lazy<MarkdownPipeline> Pipeline = new(() =>
        new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseGridTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseDefinitionLists()
            .UseEmphasisExtras()
            .Use<CancelledParsing>()
            .Build()
    );

    private readonly BlockList _blocks;
    private readonly bool _hasHeadings;
    private readonly CancellationToken _cancellationToken;
    private string? _title;

    private MarkdownParser(MarkdownDocument document, int length, CancellationToken cancellationToken)
    {
        _blocks = new BlockList(cancellationToken, length);
        _hasHeadings = document.Descendants<HeadingBlock>().Any();
        _cancellationToken = cancellationToken;
    }

    /// <param name="text">Clean text of the file.</param>
    /// <exception cref="ArticleReadException">Its front matter is no good, or it has too much markup.</exception>
    public static ParsedArticle Parse(string text, CancellationToken cancellationToken)
    {
        MarkupLimits.RefuseMarks(text);
        (ArticleMetadata metadata, string body) = FrontMatterReader.Read(text);
        MarkdownDocument document = Markdown.Parse(
            body,
            Pipeline.Value,
            CancelledParsing.CreateContext(cancellationToken)
        );
        var parser = new MarkdownParser(document, text.Length, cancellationToken);
        parser.AddAll(document, isInside: false);
        return new ParsedArticle(metadata, parser._title, parser._blocks.Blocks);
    }

    /// <param name="isInside">True inside a list item or a quotation, where a line break never parts paragraphs.</param>
    private void AddAll(ContainerBlock container, bool isInside)
    {
        foreach (Markdig.Syntax.Block block in container)
        {
            Add(block, isInside);
        }
    }

    private void Add(Markdig.Syntax.Block block, bool isInside)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddHeading(heading);
                break;
            case ParagraphBlock paragraph:
                AddParagraph(paragraph, isInside);
                break;
            case Table table:
                AddTable(table);
                break;
            case HtmlBlock html:
                _blocks.AddAll(HtmlBlocks.FromFragment(html.Lines.ToString(), _cancellationToken));
                break;
            case CodeBlock code:
                _blocks.AddAll(code.Lines.ToString().Split('\n'));
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ListBlock or ListItemBlock or QuoteBlock or Footnote:
                AddAll((ContainerBlock)block, isInside: true);
                break;
            case ContainerBlock container:
                AddAll(container, isInside);
                break;
        }
    }

    private void AddHeading(HeadingBlock heading)
    {
        string text = CleanText.Line(
            string.Join(' ', MarkdownInlines.SplitIntoRuns(heading.Inline).SelectMany(run => run))
        );
        if (text.Length == 0)
        {
            return;
        }

        _title ??= heading.Level == 1 ? text : null;
        _blocks.Add(text, isHeading: true);
    }

    private void AddParagraph(ParagraphBlock paragraph, bool isInside)
    {
        foreach (IReadOnlyList<string> run in MarkdownInlines.SplitIntoRuns(paragraph.Inline))
        {
            if (isInside)
            {
                _blocks.AddAll([LineUnwrapper.Join([.. run.Select(CleanText.Line)])]);
            }
            else if (_hasHeadings || run.Count == 1)
            {
                _blocks.AddAll(LineUnwrapper.Blocks(run));
            }
            else
            {
                _blocks.AddAll(HeadingLines.Mark(LineUnwrapper.Blocks(run)));
            }
        }
    }

    private void AddTable(Table table)
    {
        TableRow[] rows = [.. table.OfType<TableRow>()];
        string[]? headers = rows is [{ IsHeader: true } first, ..] ? ReadCells(first) : null;
        bool isNamed = headers is not null && Array.Exists(headers, h => h.Length > 0);
        _blocks.AddAll(
            isNamed
                ? TableText.Write(headers!, rows.Skip(1).Select(ReadCells))
                : TableText.Write([.. rows.Skip(headers is null ? 0 : 1).Select(ReadCells)])
        );
    }

    private static string[] ReadCells(TableRow row) => [.. row.OfType<TableCell>().Select(ReadText)];

    private static string ReadText(TableCell cell) =>
        CleanText.Line(
            string.Join(
                ' ',
                cell.Descendants<ParagraphBlock>()
                    .SelectMany(p => MarkdownInlines.SplitIntoRuns(p.Inline))
                    .SelectMany(run => run)
            )
        );
}
