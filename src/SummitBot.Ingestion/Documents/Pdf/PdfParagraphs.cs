using System.Text;
using SummitBot.Ingestion.Blocks;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>
/// Makes paragraphs and headings of lines in reading order. A paragraph goes on in the next column and on the next page;
/// a word that was parted at the end of a line is put together again.
/// </summary>
internal sealed class PdfParagraphs
{
    private const double HeadingSize = 1.15;
    private const int MaxHeadingLength = 200;
    private const int MaxBoldHeadingLength = 100;

    /// <summary>What a line may lack to the width of its block to count as full; also the least indent of a paragraph.</summary>
    private const double Slack = 0.12;

    private readonly BlockList _blocks;
    private readonly double _bodySize;
    private readonly bool _isBodyBold;
    private readonly HashSet<string> _hyphenated;
    private readonly StringBuilder _text = new();
    private double _largest;
    private PdfLine? _first;
    private PdfLine? _last;

    private PdfParagraphs(IReadOnlyList<PdfLine> lines, BlockList blocks)
    {
        _blocks = blocks;
        _bodySize = lines.Count == 0 ? 0 : lines.GroupBy(l => l.Size).MaxBy(g => g.Sum(l => l.Text.Length))!.Key;
        _isBodyBold = lines.Where(l => l.IsBold).Sum(l => l.Text.Length) * 2 > lines.Sum(l => l.Text.Length);
        _hyphenated =
        [
            .. lines
                .SelectMany(l => l.Text.Split(' '))
                .Where(w => w.IndexOf('-', StringComparison.Ordinal) > 0)
                .Select(Bare),
        ];
    }

    /// <summary>The largest heading of the first page; null when there is none.</summary>
    public string? Title { get; private set; }

    public static PdfParagraphs Write(IReadOnlyList<PdfLine> lines, BlockList blocks)
    {
        var paragraphs = new PdfParagraphs(lines, blocks);
        ILookup<int, PdfLine> byBlock = lines.ToLookup(l => l.Block);
        foreach (PdfLine line in lines)
        {
            paragraphs.Add(line, byBlock[line.Block]);
        }

        paragraphs.End();
        return paragraphs;
    }

    private void Add(PdfLine line, IEnumerable<PdfLine> block)
    {
        if (_last is null || !Continues(_last, line, block))
        {
            End();
            _first = line;
        }

        Append(line.Text);
        _last = line;
    }

    private bool Continues(PdfLine before, PdfLine line, IEnumerable<PdfLine> block)
    {
        bool isHeading = IsHeading(before);
        if (isHeading != IsHeading(line) || (isHeading && before.Size != line.Size))
        {
            return false;
        }

        if (before.Block != line.Block)
        {
            // The end of a column or a page in the middle of a sentence.
            return !isHeading && !LineEndings.EndsParagraph(before.Text) && char.IsLower(line.Text[0]);
        }

        if (isHeading)
        {
            return true;
        }

        double left = block.Min(l => l.Left);
        double right = block.Max(l => l.Right);
        double slack = (right - left) * Slack;
        bool isShort = before.Right < right - slack;
        bool isIndented = line.Left > left + (line.Size * 0.8) && before.Left <= left + (line.Size * 0.8);
        return !LineEndings.BeginsListItem(line.Text)
            && !(isShort && LineEndings.EndsParagraph(before.Text))
            && !(isIndented && LineEndings.EndsSentence(before.Text));
    }

    private bool IsHeading(PdfLine line) =>
        (line.Size >= _bodySize * HeadingSize && line.Text.Length <= MaxHeadingLength)
        || (
            line.IsBold
            && !_isBodyBold
            && line.Size >= _bodySize
            && line.Text.Length <= MaxBoldHeadingLength
            && !LineEndings.EndsSentence(line.Text)
        );

    private void Append(string line)
    {
        bool isParted =
            _text.Length > 1 && _text[^1] is '-' or '\u2010' && char.IsLetter(_text[^2]) && char.IsLower(line[0]);
        if (isParted)
        {
            string whole = _text.ToString();
            string compound = Bare(whole[(whole.LastIndexOf(' ') + 1)..] + line.Split(' ')[0]);
            _text.Length -= _hyphenated.Contains(compound) ? 0 : 1;
        }
        else if (_text.Length > 0 && !(LineEndings.IsSpaceless(_text[^1]) && LineEndings.IsSpaceless(line[0])))
        {
            _text.Append(' ');
        }

        _text.Append(line);
    }

    private void End()
    {
        if (_first is null)
        {
            return;
        }

        bool isHeading = IsHeading(_first) && _text.Length <= MaxHeadingLength;
        string text = _text.ToString();
        _text.Clear();
        if (isHeading && _first is { Page: 1 } && _first.Size > Math.Max(_largest, _bodySize * HeadingSize))
        {
            (_largest, Title) = (_first.Size, text);
        }

        _blocks.Add(text, isHeading, _first.Page);
        _first = null;
    }

    private static string Bare(string word) =>
        word.Trim('.', ',', ';', ':', '(', ')', '"', '“', '”', '!', '?').ToLowerInvariant();
}
