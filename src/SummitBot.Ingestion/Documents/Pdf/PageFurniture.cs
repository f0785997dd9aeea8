using System.Text.RegularExpressions;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>Takes away what repeats at the top and at the bottom of pages: running headers and footers, page numbers.</summary>
internal static partial class PageFurniture
{
    /// <summary>The share of the page's height where they stand.</summary>
    private const double Margin = 0.12;

    /// <summary>Pages on which a line must stand to be taken for one of them; both in a document of two.</summary>
    private const int MinRepeats = 3;

    private const double MinShare = 0.4;

    public static List<PdfLine> Remove(IReadOnlyList<PdfLine> lines, int pages)
    {
        int needed = pages <= 2 ? 2 : Math.Max(MinRepeats, (int)Math.Ceiling(MinShare * pages / 2));
        HashSet<string> repeated =
        [
            .. lines
                .Where(IsAtEdge)
                .GroupBy(GetKey, StringComparer.Ordinal)
                .Where(same => same.Select(l => l.Page).Distinct().Count() >= needed)
                .Select(same => same.Key),
        ];
        return
        [
            .. lines.Where(l => !IsAtEdge(l) || (!repeated.Contains(GetKey(l)) && !IsPageNumber().IsMatch(l.Text))),
        ];
    }

    private static bool IsAtEdge(PdfLine line) => line.Height is > 1 - Margin or < Margin;

    /// <summary>The text with its numbers alike, at the top or at the bottom.</summary>
    private static string GetKey(PdfLine line) =>
        $"{(line.Height > Margin ? 't' : 'b')}{Digits().Replace(line.Text.ToLowerInvariant(), "#")}";

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^\W*(page|seite|página|pag\.?|p\.)?\W*(\d{1,4}|[ivxlc]{1,6})\W*((of|von|de|/)\W*\d{1,4})?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex IsPageNumber();
}
