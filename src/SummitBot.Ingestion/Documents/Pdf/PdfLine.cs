using SummitBot.Ingestion.Files;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>A line of a page.</summary>
/// <param name="Text">Clean, never empty.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Block">Counts the blocks of the document; lines of one column and spacing share it.</param>
/// <param name="Size">The height of most letters, points, to half a point.</param>
/// <param name="IsBold">True when most letters are.</param>
/// <param name="Left">The left edge.</param>
/// <param name="Right">The right edge.</param>
/// <param name="Height">Where on the page it stands, from 0 at the bottom to 1 at the top.</param>
internal sealed record PdfLine(
    string Text,
    int Page,
    int Block,
    double Size,
    bool IsBold,
    double Left,
    double Right,
    double Height
)
{
    /// <summary>Null for a line without text.</summary>
    public static PdfLine? From(TextLine line, PdfPageLetters page, int number, int block)
    {
        string text = CleanText.Line(CleanText.From(string.Join(' ', line.Words.Select(w => w.Text))));
        if (text.Length == 0)
        {
            return null;
        }

        Letter[] letters = [.. line.Words.SelectMany(w => w.Letters)];
        double size = letters
            .GroupBy(l => Math.Round(l.PointSize * 2) / 2)
            .OrderByDescending(g => g.Count())
            .First()
            .Key;
        int bold = letters.Count(l => l.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) == true);
        double height = (line.BoundingBox.Centroid.Y - page.Bottom) / Math.Max(1, page.Top - page.Bottom);
        return new PdfLine(
            text,
            number,
            block,
            size,
            bold * 2 > letters.Length,
            line.BoundingBox.Left,
            line.BoundingBox.Right,
            height
        );
    }
}
