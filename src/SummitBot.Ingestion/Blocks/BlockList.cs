using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Blocks;

/// <summary>Collects the blocks of a document, up to the limit for one article.</summary>
/// <param name="sourceLength">Length of the source in characters, if known: a table repeats its headers, up to twice
/// the source.</param>
internal sealed class BlockList(CancellationToken cancellationToken, int sourceLength = 0)
{
    private const int MaxBlocks = 500_000;
    private const int MaxCharacters = 20_000_000;

    private readonly List<Block> _blocks = [];
    private readonly long _maxCharacters = Math.Max(MaxCharacters, 2L * sourceLength);
    private long _characters;

    /// <summary>For a packed document.</summary>
    public BlockList(ReadingLimits limits)
        : this(limits.CancellationToken) => _maxCharacters = Math.Min(MaxCharacters, limits.MaxCharacters);

    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>Adds a line of text; does nothing when it is blank.</summary>
    /// <param name="page">The page of its start, from 1; 0 in documents without pages.</param>
    /// <exception cref="ArticleReadException">The document has too much text.</exception>
    public void Add(string text, bool isHeading = false, int page = 0)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string line = CleanText.Line(text);
        if (line.Length == 0)
        {
            return;
        }

        _characters += line.Length;
        if (_characters > _maxCharacters || _blocks.Count == MaxBlocks)
        {
            FormattableString reason =
                $"It holds more than {_maxCharacters:N0} characters or {MaxBlocks:N0} paragraphs: split the file.";
            throw new ArticleReadException(ArticleReadError.TooComplex, FormattableString.Invariant(reason));
        }

        _blocks.Add(new Block(line, isHeading) { Page = page });
    }

    public void AddAll(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Add(line);
        }
    }

    public void AddAll(IEnumerable<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            Add(block.Text, block.IsHeading, block.Page);
        }
    }
}

/// <summary>A paragraph, list item, table row or heading: one line of the article's text, clean and never empty.</summary>
internal readonly record struct Block(string Text, bool IsHeading)
{
    /// <summary>The page of its start, from 1; 0 in documents without pages.</summary>
    public int Page { get; init; }
}
