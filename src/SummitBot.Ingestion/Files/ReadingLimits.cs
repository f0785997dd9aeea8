using SummitBot.Core.Articles;

namespace SummitBot.Ingestion.Files;

/// <summary>The limits for reading one file of the corpus, with all its nested contents.</summary>
/// <param name="fileBytes">The file's length.</param>
/// <param name="maxFileBytes">The maximum file size that is read.</param>
internal sealed class ReadingLimits(long fileBytes, long maxFileBytes, CancellationToken cancellationToken)
{
    /// <summary>
    /// Maximum nesting: a mail with an archive of documents is allowed, an archive of archives of archives is not.
    /// </summary>
    public const int MaxDepth = 3;

    private const int MaxEntries = 20_000;

    /// <summary>Maximum total size of a file's unpacked contents, as a multiple of the file size limit.</summary>
    private const int MaxExpansion = 10;

    /// <summary>Characters of text that any document may have: about 2,500 pages.</summary>
    private const long CharactersOfAnyDocument = 5_000_000;

    /// <summary>Further characters for each byte of the file: prose is packed to a fourth.</summary>
    private const int CharactersForByte = 4;

    private long _expanded;
    private long _characters;
    private int _entries;

    public CancellationToken CancellationToken => cancellationToken;

    public long MaxFileBytes => maxFileBytes;

    /// <summary>
    /// Maximum length of a file's text with all its contents: every step of reading makes a copy, whatever the packed
    /// size is.
    /// </summary>
    public long MaxCharacters => CharactersOfAnyDocument + (CharactersForByte * fileBytes);

    /// <summary>Counts bytes before they are unpacked.</summary>
    /// <exception cref="ArticleReadException">There are too many.</exception>
    public void Expand(long bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _expanded += bytes;
        if (_expanded > MaxExpansion * maxFileBytes)
        {
            FormattableString reason =
                $"Unpacked it has more than {MaxExpansion * maxFileBytes:N0} bytes, {MaxExpansion} times SummitBot:Corpus:MaxFileBytes: split the file, or raise that setting.";
            throw new ArticleReadException(ArticleReadError.TooLarge, FormattableString.Invariant(reason));
        }
    }

    /// <summary>Counts the text of an article, which is kept until all are read.</summary>
    /// <exception cref="ArticleReadException">There is too much.</exception>
    public void AddText(long characters)
    {
        _characters += characters;
        RefuseText(_characters);
    }

    /// <exception cref="ArticleReadException">The text is too long for the size of the file around it.</exception>
    public void RefuseText(long characters)
    {
        if (characters > MaxCharacters)
        {
            throw new ArticleReadException(
                ArticleReadError.TooComplex,
                FormattableString.Invariant(
                    $"It is packed text of more than {MaxCharacters:N0} characters, the limit for a file of this size: unpack it, or split it."
                )
            );
        }
    }

    /// <summary>Counts an entry.</summary>
    /// <exception cref="ArticleReadException">There are too many.</exception>
    public void CountEntry()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_entries > MaxEntries)
        {
            throw new ArticleReadException(
                ArticleReadError.TooComplex,
                FormattableString.Invariant($"It has more than {MaxEntries:N0} entries: split the file.")
            );
        }
    }
}
