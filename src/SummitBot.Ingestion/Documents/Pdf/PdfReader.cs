using System.Globalization;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Exceptions;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>Reads PDF documents in the reading order of their columns.</summary>
internal static class PdfReader
{
    /// <summary>More blocks are kept in file order: sorting them takes quadratic time.</summary>
    private const int MaxOrderedBlocks = 300;

    /// <summary>
    /// Maximum number of words that are grouped into blocks, which takes quadratic time. A newspaper page has 2,500.
    /// </summary>
    private const int MaxWords = 6_000;

    private const int MaxPages = 5_000;

    private static readonly NearestNeighbourWordExtractor Words = new(
        new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 }
    );

    private static readonly DocstrumBoundingBoxes Segmenter = new(
        new DocstrumBoundingBoxes.DocstrumBoundingBoxesOptions { MaxDegreeOfParallelism = 1 }
    );

    private static readonly UnsupervisedReadingOrderDetector Order = new();

    /// <exception cref="ArticleReadException">Protected, without text, or beyond a limit.</exception>
    public static ParsedArticle Read(byte[] bytes, ReadingLimits limits)
    {
        var budget = new PdfBudget(bytes.Length, limits.CancellationToken);
        using PdfDocument document = Open(bytes, budget);
        document.AddPageFactory<PdfPageLetters, PdfPageFactory>();
        int pages = document.NumberOfPages;
        if (pages > MaxPages)
        {
            throw new ArticleReadException(
                ArticleReadError.TooComplex,
                FormattableString.Invariant($"It has {pages:N0} pages, the limit is {MaxPages:N0}: split it.")
            );
        }

        var lines = new List<PdfLine>();
        var losses = new PdfLosses(pages);
        int blocks = 0;
        for (int number = 1; number <= pages; number++)
        {
            limits.CancellationToken.ThrowIfCancellationRequested();
            budget.BeginPage();
            if (ReadPage(document, number, losses) is { } page && !AddLines(lines, page, number, ref blocks))
            {
                losses.AddUnreadable(number);
            }
        }

        losses.RefuseIfNothingIsLeft();
        var text = new BlockList(limits);
        PdfParagraphs paragraphs = PdfParagraphs.Write(PageFurniture.Remove(lines, pages), text);
        return new ParsedArticle(ReadMetadata(document.Information), paragraphs.Title, text.Blocks)
        {
            Notices = losses.Notices,
        };
    }

    private static PdfDocument Open(byte[] bytes, PdfBudget budget)
    {
        try
        {
            return PdfDocument.Open(bytes, new PdfParsingOptions(budget));
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new ArticleReadException(
                ArticleReadError.Unreadable,
                "The document is protected by a password: save it without one."
            );
        }
    }

    /// <summary>Null for a page without readable text; the other pages are still read.</summary>
    private static PdfPageLetters? ReadPage(PdfDocument document, int number, PdfLosses losses)
    {
        try
        {
            PdfPageLetters page = document.GetPage<PdfPageLetters>(number);
            bool hasText = page.Letters.Any(l => !string.IsNullOrWhiteSpace(l.Value));
            losses.Add(number, hasText, page.Pictures);
            return hasText ? page : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            losses.AddUnreadable(number);
            return null;
        }
    }

    /// <summary>False, without lines, for a page with too many words.</summary>
    private static bool AddLines(List<PdfLine> lines, PdfPageLetters page, int number, ref int blocks)
    {
        Word[] words = [.. Words.GetWords(page.Letters)];
        if (words.Length > MaxWords)
        {
            return false;
        }

        IReadOnlyList<TextBlock> found = Segmenter.GetBlocks(words);
        IEnumerable<TextBlock> ordered = found.Count <= MaxOrderedBlocks ? Order.Get(found) : found;
        foreach (TextBlock block in ordered.OrderBy(b => b.ReadingOrder))
        {
            blocks++;
            foreach (TextLine line in block.TextLines)
            {
                if (PdfLine.From(line, page, number, blocks) is { } read)
                {
                    lines.Add(read);
                }
            }
        }

        return true;
    }

    private static ArticleMetadata ReadMetadata(DocumentInformation information)
    {
        string title = CleanText.Line(information.Title ?? "");
        bool isOfProgram =
            title.Length == 0
            || title.Contains("untitled", StringComparison.OrdinalIgnoreCase)
            || title.StartsWith("Microsoft ", StringComparison.Ordinal)
            || Path.GetExtension(title).Length is > 1 and <= 5;
        string author = CleanText.Line(information.Author ?? "");
        return new ArticleMetadata
        {
            Title = isOfProgram ? null : title,
            Author = author.Length == 0 ? null : author,
            Published = ParseDate(information.CreationDate),
            Description = information.Subject,
            Tags = TagList.Split(information.Keywords),
        };
    }

    /// <summary>The day of a date such as <c>D:20240312093000+01'00'</c> (ISO 32000-1, 7.9.4).</summary>
    private static DateOnly? ParseDate(string? text)
    {
        string digits = text?.StartsWith("D:", StringComparison.Ordinal) == true ? text[2..] : text ?? "";
        return
            digits.Length >= 8
            && DateOnly.TryParseExact(
                digits[..8],
                "yyyyMMdd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly day
            )
            ? day
            : null;
    }
}
