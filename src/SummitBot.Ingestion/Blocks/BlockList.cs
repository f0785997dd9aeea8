using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Blocks;

/// <summary>Collects the blocks of a document, up to the limit for one article.</summary>
internal sealed class BlockList(CancellationToken cancellationToken)
{
    private const int MaxBlocks = 500_000;
    private const int MaxCharacters = 20_000_000;

    private readonly List<Block> _blocks = [];
    private int _characters;

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
        if (_characters > MaxCharacters || _blocks.Count == MaxBlocks)
        {
            FormattableString reason =
                $"It holds more than {MaxCharacters:N0} characters or {MaxBlocks:N0} paragraphs: split the file.";
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
}
