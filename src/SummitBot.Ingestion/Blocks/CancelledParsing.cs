using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;

namespace SummitBot.Ingestion.Blocks;

/// <summary>Ends the parsing of Markdown when it is cancelled: Markdig asks this at every mark, and it never takes one.</summary>
internal sealed class CancelledParsing : InlineParser, IMarkdownExtension
{
    private static readonly object Key = new();

    public CancelledParsing() =>
        OpeningCharacters = ['[', ']', '(', '!', '*', '_', '`', '<', '|', '~', '^', '&', '\\', '\n'];

    /// <summary>What a call of the parser gets, so that it can be cancelled.</summary>
    public static MarkdownParserContext CreateContext(CancellationToken cancellationToken)
    {
        var context = new MarkdownParserContext();
        context.Properties[Key] = cancellationToken;
        return context;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Context?.Properties.GetValueOrDefault(Key) is CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return false;
    }

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing is rendered.
    }
}
