using System.Globalization;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>Collects the contents of a PDF document that are not readable as text.</summary>
internal sealed class PdfLosses(int pages)
{
    private const int MaxNamed = 10;

    private readonly List<int> _withoutText = [];
    private readonly List<int> _unreadable = [];
    private int _pictures;

    public IReadOnlyList<string> Notices
    {
        get
        {
            var notices = new List<string>();
            if (_withoutText.Count > 0)
            {
                notices.Add(
                    $"Without a text layer: {Name(_withoutText)}. Run text recognition (OCR) over the document to read scanned pages."
                );
            }

            if (_unreadable.Count > 0)
            {
                notices.Add($"Could not be read: {Name(_unreadable)}. Print the document to PDF again.");
            }

            if (_pictures > 0)
            {
                notices.Add(FormattableString.Invariant($"Text in its pictures ({_pictures}) was not read."));
            }

            return notices;
        }
    }

    public void Add(int page, bool hasText, int pictures)
    {
        if (hasText)
        {
            _pictures += pictures;
        }
        else
        {
            _withoutText.Add(page);
        }
    }

    public void AddUnreadable(int page) => _unreadable.Add(page);

    /// <exception cref="ArticleReadException">No page has text.</exception>
    public void RefuseIfNothingIsLeft()
    {
        if (_withoutText.Count == pages)
        {
            throw new ArticleReadException(
                ArticleReadError.Empty,
                "None of its pages has a text layer, they are pictures: run text recognition (OCR) over the document."
            );
        }

        if (_withoutText.Count + _unreadable.Count == pages)
        {
            throw new ArticleReadException(
                ArticleReadError.Malformed,
                "None of its pages could be read: print the document to PDF again, or save its text as plain text (.txt)."
            );
        }
    }

    private string Name(List<int> numbers)
    {
        string named = string.Join(", ", numbers.Take(MaxNamed).Select(n => n.ToString(CultureInfo.InvariantCulture)));
        string all = numbers.Count > MaxNamed ? $"{named} and others" : named;
        return string.Create(CultureInfo.InvariantCulture, $"{numbers.Count} of {pages} pages ({all})");
    }
}
