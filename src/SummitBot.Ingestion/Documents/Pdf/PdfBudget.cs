using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>Limits for one page: unpacked bytes, operands and operators, letters, nested drawings.</summary>
/// <param name="fileBytes">Length of the document.</param>
internal sealed class PdfBudget(long fileBytes, CancellationToken cancellationToken)
{
    /// <summary>Maximum number of letters on a page: a newspaper page has about 15,000.</summary>
    public const int MaxLetters = 30_000;

    /// <summary>Bytes of fonts and of any page's drawings, which are the largest part.</summary>
    private const long BytesOfAnyPage = 16_000_000;

    /// <summary>Further ones for each byte of the document: drawings are packed to a tenth.</summary>
    private const int BytesForByte = 10;

    private const long MaxBytes = 64_000_000;

    private const int MaxForms = 5_000;

    /// <summary>Operands and operators of any page, each of which becomes an object. A detailed map has a million.</summary>
    private const int PartsOfAnyPage = 2_000_000;

    /// <summary>Each further one needs this many bytes in the document.</summary>
    private const int BytesForPart = 8;

    /// <summary>Maximum number of saved graphics states: programs must support 28 (ISO 32000-1, annex C).</summary>
    private const int MaxStates = 10_000;

    private readonly long _maxParts = PartsOfAnyPage + (fileBytes / BytesForPart);

    private readonly long _maxBytes = Math.Min(MaxBytes, BytesOfAnyPage + (BytesForByte * fileBytes));

    private long _bytes;
    private long _parts;
    private int _letters;
    private int _forms;

    /// <summary>Resets the counters.</summary>
    public void BeginPage() => (_bytes, _parts, _letters, _forms) = (0, 0, 0, 0);

    /// <exception cref="ArticleReadException">The page unpacks to too much.</exception>
    public void Unpack(int bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _bytes += bytes;
        Refuse(_bytes > _maxBytes);
    }

    /// <exception cref="ArticleReadException">The page has too many operands and operators.</exception>
    public void AddParts(long parts)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _parts += parts;
        Refuse(_parts > _maxParts);
    }

    /// <exception cref="ArticleReadException">The page saves its graphics state too often without restoring it.</exception>
    /// <param name="states">Number of saved states.</param>
    public static void SaveState(int states) => Refuse(states > MaxStates);

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
