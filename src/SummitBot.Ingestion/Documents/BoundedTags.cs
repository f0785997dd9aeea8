using System.Xml;

namespace SummitBot.Ingestion.Documents;

/// <summary>
/// Stops reading XML at a tag with very many attributes, all of which the parser would keep in memory.
/// </summary>
internal sealed class BoundedTags(TextReader inner) : TextReader
{
    private const int MaxTagLength = 1_000_000;

    private int _length;
    private bool _isInTag;
    private bool _isAfterOpening;

    public override int Peek() => inner.Peek();

    public override int Read()
    {
        int c = inner.Read();
        if (c >= 0)
        {
            Look((char)c);
        }

        return c;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        int read = inner.Read(buffer, index, count);
        foreach (char c in buffer.AsSpan(index, Math.Max(read, 0)))
        {
            Look(c);
        }

        return read;
    }

    /// <summary>Comments and character data, which start with <c>&lt;!</c>, are not tags.</summary>
    private void Look(char c)
    {
        if (c == '<')
        {
            (_isInTag, _isAfterOpening, _length) = (true, true, 0);
            return;
        }

        if (c == '>' || (_isAfterOpening && c is '!' or '?'))
        {
            _isInTag = false;
        }

        _isAfterOpening = false;
        if (_isInTag && ++_length > MaxTagLength)
        {
            throw new XmlException("A tag is too long.");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
