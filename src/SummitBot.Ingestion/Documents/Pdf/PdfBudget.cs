using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>What a page may cost: bytes unpacked, letters, drawings inside of drawings.</summary>
internal sealed class PdfBudget(CancellationToken cancellationToken)
{
    /// <summary>Letters of a page that are laid out: a page of a newspaper has about 15,000.</summary>
    public const int MaxLetters = 30_000;

    /// <summary>Fonts, and the drawings of a page, which is their largest part.</summary>
    private const long MaxBytes = 64_000_000;

    private const int MaxForms = 5_000;

    private long _bytes;
    private int _letters;
    private int _forms;

    /// <summary>Begins to count anew.</summary>
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
