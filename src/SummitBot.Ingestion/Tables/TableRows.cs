using System.Text;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Tables;

/// <summary>Collects the cells of a table while a document is read.</summary>
internal sealed class TableRows
{
    private const int MaxCells = 1_000_000;
    private const int MaxCharacters = 20_000_000;

    private readonly List<IReadOnlyList<string>> _rows = [];
    private readonly StringBuilder _cell = new();
    private List<string> _row = [];
    private int _cells;
    private long _characters;

    /// <summary>Adds a paragraph to the current cell.</summary>
    public void AddText(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _cell.Append(_cell.Length > 0 ? " " : "").Append(text);
        }
    }

    /// <exception cref="ArticleReadException">The table has too many cells or too much text.</exception>
    public void EndCell()
    {
        _characters += _cell.Length;
        if (++_cells > MaxCells || _characters > MaxCharacters)
        {
            FormattableString reason =
                $"A table has more than {MaxCells:N0} cells or {MaxCharacters:N0} characters: split it.";
            throw new ArticleReadException(ArticleReadError.TooComplex, FormattableString.Invariant(reason));
        }

        _row.Add(_cell.ToString());
        _cell.Clear();
    }

    public void EndRow()
    {
        _rows.Add(_row);
        _row = [];
    }

    /// <summary>Writes the lines of a table whose first row is its header.</summary>
    public void WriteWithHeaderTo(BlockList blocks)
    {
        if (_rows.Count == 1)
        {
            blocks.AddAll(TableText.Write(_rows));
        }
        else if (_rows.Count > 1)
        {
            blocks.AddAll(TableText.Write(_rows[0], _rows.Skip(1)));
        }
    }

    /// <summary>Writes the table's lines into the document, or into the cell of the outer table.</summary>
    public void WriteTo(BlockList blocks, TableRows? outer)
    {
        foreach (string line in TableText.Write(_rows))
        {
            if (outer is null)
            {
                blocks.Add(line);
            }
            else
            {
                outer.AddText(line);
            }
        }
    }
}
