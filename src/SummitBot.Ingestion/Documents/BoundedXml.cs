using System.Text;
using System.Xml;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Documents;

/// <summary>
/// Reads an XML document from start to end without building a tree or reading a DTD; stops when the document nests too
/// deeply, has too many parts, or is cancelled.
/// </summary>
internal sealed class BoundedXml : IDisposable
{
    private const int MaxDepth = 500;
    private const int MaxNodes = 4_000_000;
    private const int NodesBetweenLooks = 1_000;

    /// <summary>Maximum length of a text that is read at once, such as a paragraph: a thick book has that many.</summary>
    private const int MaxText = 1_000_000;

    private const int BufferSize = 4_096;

    private readonly XmlReader _reader;
    private readonly CancellationToken _cancellationToken;
    private readonly char[] _buffer = new char[BufferSize];
    private int _nodes;

    public BoundedXml(Stream stream, CancellationToken cancellationToken)
        : this(new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true), cancellationToken) { }

    public BoundedXml(TextReader text, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        _reader = XmlReader.Create(new BoundedTags(text), settings);
    }

    /// <summary>Reads XML that declares its encoding in its first line, or is UTF-8.</summary>
    public static BoundedXml Decode(byte[] bytes, CancellationToken cancellationToken) =>
        new(new StringReader(TextDecoder.Decode(bytes, ArticleFormat.Html)), cancellationToken);

    /// <summary>The name without its prefix.</summary>
    public string Name => _reader.LocalName;

    public string Namespace => _reader.NamespaceURI;

    /// <summary>True at the start of an element, also of an empty one.</summary>
    public bool IsStart => _reader.NodeType == XmlNodeType.Element;

    /// <summary>True at the end of an element; never for an empty one, see <see cref="IsEmpty"/>.</summary>
    public bool IsEnd => _reader.NodeType == XmlNodeType.EndElement;

    public bool IsEmpty => _reader.IsEmptyElement;

    public int Depth => _reader.Depth;

    /// <summary>True for a text node, also of white space.</summary>
    public bool IsText =>
        _reader.NodeType
            is XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace;

    /// <summary>Reads the next node; false at the end.</summary>
    /// <exception cref="ArticleReadException">The document nests too deeply or has too many parts.</exception>
    public bool Read()
    {
        if (++_nodes % NodesBetweenLooks == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        if (_nodes > MaxNodes || _reader.Depth > MaxDepth)
        {
            throw new ArticleReadException(
                ArticleReadError.TooComplex,
                FormattableString.Invariant(
                    $"Its XML has more than {MaxNodes:N0} parts or nests more than {MaxDepth} deep: split the file, or save its text as plain text (.txt)."
                )
            );
        }

        return _reader.Read();
    }

    /// <summary>The value of the attribute with this name, whatever its prefix; null without one.</summary>
    public string? Attribute(string name)
    {
        string? value = _reader.GetAttribute(name);
        if (value is not null || !_reader.HasAttributes)
        {
            return value;
        }

        while (_reader.MoveToNextAttribute())
        {
            if (_reader.LocalName == name)
            {
                value = _reader.Value;
                break;
            }
        }

        _reader.MoveToElement();
        return value;
    }

    /// <summary>All text of the element that starts here; reads to its end.</summary>
    /// <exception cref="ArticleReadException">It is too long.</exception>
    public string ReadText()
    {
        var text = new StringBuilder();
        ReadTextTo(text);
        return text.ToString();
    }

    /// <summary>Appends all text of the element that starts here; reads to its end.</summary>
    /// <exception cref="ArticleReadException">The text becomes too long.</exception>
    public void ReadTextTo(StringBuilder text)
    {
        int depth = Depth;
        while (!IsEmpty && Read() && Depth > depth)
        {
            AppendTextTo(text);
        }
    }

    /// <summary>Appends the text of this node, part by part; does nothing when it is not a text node.</summary>
    /// <exception cref="ArticleReadException">The text becomes too long.</exception>
    public void AppendTextTo(StringBuilder text)
    {
        int count;
        while (IsText && (count = _reader.ReadValueChunk(_buffer, 0, BufferSize)) > 0)
        {
            text.Append(_buffer, 0, count);
            if (text.Length > MaxText)
            {
                throw new ArticleReadException(
                    ArticleReadError.TooComplex,
                    FormattableString.Invariant(
                        $"A paragraph has more than {MaxText:N0} characters: split the file, or save its text as plain text (.txt)."
                    )
                );
            }
        }
    }

    /// <summary>Reads the element that starts here to its end.</summary>
    public void Skip()
    {
        int depth = Depth;
        while (!IsEmpty && Read() && Depth > depth)
        {
            // The content is ignored.
        }
    }

    public void Dispose() => _reader.Dispose();
}
