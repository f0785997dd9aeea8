using System.Text;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Records;

/// <summary>
/// Looks through the headers of mails and their parts before they are parsed, which takes many times their length.
/// </summary>
internal sealed class MailLimits
{
    /// <summary>Bytes of the headers of a mail or part. Decoding one takes several hundred times its length.</summary>
    private const int MaxHeaderBytes = 256_000;

    private const int MaxHeadersAndParts = 20_000;
    private const int LinesBetweenLooks = 10_000;

    private bool _isInHeaders = true;
    private bool _isInContentType;
    private bool _hasContentType;
    private bool _holdsMail;
    private bool _hasParts;
    private bool _hasMails;
    private int _headerBytes;
    private int _headersAndParts;

    private MailLimits() { }

    /// <param name="isMailbox">True when a line that starts with <c>From </c> begins another mail.</param>
    /// <exception cref="ArticleReadException">Headers are too long, or a mail has too many headers and parts.</exception>
    public static void Check(ReadOnlySpan<byte> bytes, bool isMailbox, CancellationToken cancellationToken)
    {
        var limits = new MailLimits();
        for (int lines = 0; !bytes.IsEmpty; lines++)
        {
            if (lines % LinesBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            int end = bytes.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (isMailbox && line.StartsWith("From "u8))
            {
                limits = new MailLimits();
            }
            else
            {
                limits.Add(line);
            }
        }
    }

    private void Add(ReadOnlySpan<byte> line)
    {
        if (line is [] or [(byte)'\r'])
        {
            // The body may be a mail, whose headers follow; in a digest the type of a part need not say so.
            bool isMail = _isInHeaders && (_holdsMail || (_hasMails && !_hasContentType));
            BeginBlock(isMail);
        }
        else if (_hasParts && line.StartsWith("--"u8))
        {
            BeginBlock(isHeaders: true);
        }
        else if (_isInHeaders)
        {
            AddHeader(line);
        }
    }

    private void BeginBlock(bool isHeaders)
    {
        (_isInHeaders, _headerBytes) = (isHeaders, 0);
        (_isInContentType, _hasContentType, _holdsMail) = (false, false, false);
        Count(isHeaders ? 1 : 0);
    }

    private void AddHeader(ReadOnlySpan<byte> line)
    {
        bool isContinued = line[0] is (byte)' ' or (byte)'\t';
        _headerBytes += line.Length;
        Count(isContinued ? 0 : 1);

        string text = Encoding.Latin1.GetString(line);
        _isInContentType = isContinued
            ? _isInContentType
            : text.StartsWith("Content-Type", StringComparison.OrdinalIgnoreCase);
        _hasContentType |= _isInContentType;
        _holdsMail |= _isInContentType && text.Contains("message/", StringComparison.OrdinalIgnoreCase);
        _hasParts |= _isInContentType && text.Contains("boundary", StringComparison.OrdinalIgnoreCase);
        _hasMails |= _isInContentType && text.Contains("digest", StringComparison.OrdinalIgnoreCase);
    }

    private void Count(int headersOrParts)
    {
        _headersAndParts += headersOrParts;
        if (_headerBytes > MaxHeaderBytes || _headersAndParts > MaxHeadersAndParts)
        {
            throw new ArticleReadException(
                ArticleReadError.TooComplex,
                FormattableString.Invariant(
                    $"The headers of a mail have more than {MaxHeaderBytes:N0} bytes, or it has more than {MaxHeadersAndParts:N0} headers and parts: save it as plain text (.txt)."
                )
            );
        }
    }
}
