using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>Limits for one page: unpacked bytes, letters, nested drawings.</summary>
internal sealed class PdfBudget(CancellationToken cancellationToken)
{
    /// <summary>Maximum number of letters on a page: a newspaper page has about 15,000.</summary>
    public const int MaxLetters = 30_000;

    /// <summary>Bytes of fonts and of the page's drawings, which are the largest part.</summary>
    private const long MaxBytes = 64_000_000;

    private const int MaxForms = 5_000;

    private long _bytes;
    private int _letters;
    private int _forms;

    /// <summary>Resets the counters.</summary>
    public void BeginPage() => (_bytes, _letters, _forms) = (0, 0, 0);

    /// <exception cref="ArticleReadException">The page unpacks to too much.</exception>
    public void Unpack(int bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _bytes += bytes;
        Refuse(_bytes > MaxBytes);
    }

    /// <exception cref="ArticleReadException">The page has too many letters.</exception>
    public void AddLetter()
    {
        Refuse(++_letters > MaxLetters);
        if (_letters % 100 == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <exception cref="ArticleReadException">The page repeats its drawings too often.</exception>
    public void AddForm(int bytes)
    {
        Unpack(bytes);
        Refuse(++_forms > MaxForms);
    }

    private static void Refuse(bool isTooMuch)
    {
        if (isTooMuch)
        {
            throw new ArticleReadException(
                ArticleReadError.TooComplex,
                "It draws more than can be read: save its text as plain text (.txt)."
            );
        }
    }
}
