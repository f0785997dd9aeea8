using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace SummitBot.Terminal.Lines;

/// <summary>Draws the line being typed, on several rows of the terminal when it is long.</summary>
public sealed class LineScreen(TextWriter output)
{
    /// <summary>Rows from the prompt down to the cursor.</summary>
    private int _cursorRow;

    /// <summary>Resets the state; the next line is drawn at the cursor.</summary>
    public void Begin() => _cursorRow = 0;

    public void Draw(string prompt, LineBuffer line, int width)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(line);
        string all = prompt + line.Text;
        (int endRow, int endColumn) = PlaceAfter(all, width);
        (int row, int column) = PlaceAfter(all[..(prompt.Length + line.Cursor)], width);

        var codes = new StringBuilder();
        codes.Append(Move(_cursorRow, 'A')).Append("\r\u001b[J").Append(all);
        if (endColumn == 0 && endRow > 0)
        {
            // A terminal moves the cursor to the next row only with the next character.
            codes.Append("\r\n");
        }

        codes.Append(Move(endRow - row, 'A')).Append('\r').Append(Move(column, 'C'));
        output.Write(codes.ToString());
        output.Flush();
        _cursorRow = row;
    }

    /// <summary>Leaves the line as it is and moves below it.</summary>
    public void End(string prompt, LineBuffer line, int width)
    {
        ArgumentNullException.ThrowIfNull(line);
        line.MoveToEnd();
        Draw(prompt, line, width);
        output.Write("\r\n");
        output.Flush();
    }

    /// <summary>Row and column, from 0, of the cursor after a text that starts in column 0.</summary>
    private static (int Row, int Column) PlaceAfter(string text, int width)
    {
        int row = 0;
        int column = 0;
        TextElementEnumerator characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            int cells = new Segment(characters.GetTextElement()).CellCount();
            if (column + cells > width)
            {
                row++;
                column = 0;
            }

            column += cells;
        }

        return column >= width ? (row + 1, 0) : (row, column);
    }

    private static string Move(int count, char direction) =>
        count > 0 ? string.Create(CultureInfo.InvariantCulture, $"\u001b[{count}{direction}") : "";
}
