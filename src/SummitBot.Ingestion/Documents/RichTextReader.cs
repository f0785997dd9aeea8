using System.Globalization;
using System.Text;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Ingestion.Tables;

namespace SummitBot.Ingestion.Documents;

/// <summary>Reads Rich Text Format (version 1.9.1): the text of paragraphs and tables, headings by their outline level.</summary>
internal sealed class RichTextReader
{
    private const int MaxDepth = 1_000;
    private const int StepsBetweenLooks = 10_000;
    private const int BodyLevel = 9;

    private static readonly Dictionary<string, string> Characters = new(StringComparer.Ordinal)
    {
        ["line"] = " ",
        ["tab"] = " ",
        ["emdash"] = "—",
        ["endash"] = "–",
        ["lquote"] = "‘",
        ["rquote"] = "’",
        ["ldblquote"] = "“",
        ["rdblquote"] = "”",
        ["bullet"] = "•",
    };

    private readonly byte[] _bytes;
    private readonly BlockList _blocks;
    private readonly CancellationToken _cancellationToken;
    private readonly Stack<State> _groups = new();
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _info = new();
    private readonly List<byte> _pending = [];
    private Encoding _encoding = Encodings.Windows1252;
    private State _state = new(Destination.Text, 1, false, false);
    private TableRows? _table;
    private ArticleMetadata _metadata = ArticleMetadata.None;
    private int _at;
    private int _toSkip;
    private int _pictures;

    private RichTextReader(byte[] bytes, CancellationToken cancellationToken)
    {
        _bytes = bytes;
        _blocks = new BlockList(cancellationToken);
        _cancellationToken = cancellationToken;
    }

    private enum Destination
    {
        Text,
        Title,
        Author,
        Keywords,
        Ignored,
    }

    /// <exception cref="ArticleReadException">It is no RTF, nests too deep or is beyond a limit.</exception>
    public static ParsedArticle Read(byte[] bytes, CancellationToken cancellationToken)
    {
        if (!bytes.AsSpan().StartsWith("{\\rtf"u8))
        {
            throw new ArticleReadException(
                ArticleReadError.Malformed,
                "The file is no RTF document: give it the extension of what it is."
            );
        }

        var reader = new RichTextReader(bytes, cancellationToken);
        reader.ReadAll();
        return new ParsedArticle(reader._metadata, null, reader._blocks.Blocks)
        {
            Notices =
                reader._pictures == 0
                    ? []
                    : [FormattableString.Invariant($"Text in its pictures ({reader._pictures}) was not read.")],
        };
    }

    private void ReadAll()
    {
        for (int steps = 0; _at < _bytes.Length; steps++)
        {
            if (steps % StepsBetweenLooks == 0)
            {
                _cancellationToken.ThrowIfCancellationRequested();
            }

            byte b = _bytes[_at++];
            switch (b)
            {
                case (byte)'{':
                    Open();
                    break;
                case (byte)'}':
                    Close();
                    break;
                case (byte)'\\':
                    ReadControl();
                    break;
                case (byte)'\r' or (byte)'\n':
                    break;
                default:
                    AppendByte(b);
                    break;
            }
        }

        EndParagraph();
        EndTable();
    }

    private void Open()
    {
        Flush();
        if (_groups.Count == MaxDepth)
        {
            throw new ArticleReadException(
                ArticleReadError.TooComplex,
                $"It nests its groups more than {MaxDepth} deep: save it as plain text (.txt)."
            );
        }

        _groups.Push(_state);
    }

    private void Close()
    {
        Flush();
        Destination closed = _state.Destination;
        if (_groups.TryPop(out State outer))
        {
            _state = outer;
        }

        if (closed != _state.Destination)
        {
            EndInfo(closed);
        }
    }

    private void EndInfo(Destination destination)
    {
        string value = CleanText.Line(_info.ToString());
        _metadata = destination switch
        {
            _ when value.Length == 0 => _metadata,
            Destination.Title => _metadata with { Title = value },
            Destination.Author => _metadata with { Author = value },
            Destination.Keywords => _metadata with { Tags = TagList.Split(value) },
            _ => _metadata,
        };
        _info.Clear();
    }

    private void ReadControl()
    {
        if (_at == _bytes.Length)
        {
            return;
        }

        char c = (char)_bytes[_at];
        if (!char.IsAsciiLetter(c))
        {
            _at++;
            ReadSymbol(c);
            return;
        }

        int start = _at;
        while (_at < _bytes.Length && char.IsAsciiLetter((char)_bytes[_at]))
        {
            _at++;
        }

        string word = Encoding.ASCII.GetString(_bytes, start, _at - start);
        int? number = ReadNumber();
        _at += _at < _bytes.Length && _bytes[_at] == ' ' ? 1 : 0;
        Flush();
        Apply(word, number);
    }

    private int? ReadNumber()
    {
        int start = _at;
        _at += _at < _bytes.Length && _bytes[_at] == '-' ? 1 : 0;
        while (_at < _bytes.Length && char.IsAsciiDigit((char)_bytes[_at]))
        {
            _at++;
        }

        ReadOnlySpan<byte> digits = _bytes.AsSpan(start, _at - start);
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
    }

    private void ReadSymbol(char symbol)
    {
        switch (symbol)
        {
            case '\'' when _at + 2 <= _bytes.Length:
                if (
                    byte.TryParse(
                        _bytes.AsSpan(_at, 2),
                        NumberStyles.HexNumber,
                        CultureInfo.InvariantCulture,
                        out byte b
                    )
                )
                {
                    AppendByte(b);
                }

                _at += 2;
                break;
            case '*':
                _state = _state with { Destination = Destination.Ignored };
                break;
            case '~':
                Append(" ");
                break;
            case '_':
                Append("-");
                break;
            case '\\' or '{' or '}':
                AppendByte((byte)symbol);
                break;
            case '\r' or '\n':
                EndParagraph();
                break;
        }
    }

    private void Apply(string word, int? number)
    {
        switch (word)
        {
            case "par" or "sect" or "page":
                EndParagraph();
                break;
            case "pard":
                _state = _state with { IsHeading = false, IsInTable = false };
                break;
            case "outlinelevel":
                _state = _state with { IsHeading = number < BodyLevel };
                break;
            case "intbl":
                _state = _state with { IsInTable = true };
                break;
            case "cell" or "nestcell":
                EndCell();
                break;
            case "row" or "nestrow":
                _table?.EndRow();
                break;
            case var _ when Characters.TryGetValue(word, out string? character):
                Append(character);
                break;
            case "u":
                AppendUnicode(number ?? 0);
                break;
            case "uc":
                _state = _state with { Skipped = Math.Clamp(number ?? 1, 0, 10) };
                break;
            case "ansicpg":
                _encoding = Encodings.Find(number ?? 0) ?? _encoding;
                break;
            case "bin":
                _at = (int)Math.Min(_bytes.Length, (long)_at + Math.Max(number ?? 0, 0));
                break;
            default:
                Enter(word);
                break;
        }
    }

    /// <summary>Begins what is not text of the document.</summary>
    private void Enter(string word)
    {
        _pictures += word == "pict" && _state.Destination == Destination.Text ? 1 : 0;
        Destination? destination = word switch
        {
            "title" => Destination.Title,
            "author" => Destination.Author,
            "keywords" => Destination.Keywords,
            "fonttbl"
            or "colortbl"
            or "stylesheet"
            or "listtable"
            or "listoverridetable"
            or "info"
            or "pict"
            or "object"
            or "header"
            or "headerl"
            or "headerr"
            or "headerf"
            or "footer"
            or "footerl"
            or "footerr"
            or "footerf"
            or "fldinst"
            or "xe"
            or "tc"
            or "annotation"
            or "nonshppict"
            or "pntext"
            or "themedata"
            or "datastore" => Destination.Ignored,
            _ => null,
        };
        if (destination is { } entered)
        {
            _state = _state with { Destination = entered };
        }
    }

    private void AppendUnicode(int number)
    {
        Append(((char)(ushort)number).ToString());
        _toSkip = _state.Skipped;
    }

    /// <summary>Bytes of a character may come one by one, each as a control symbol.</summary>
    private void AppendByte(byte b)
    {
        if (_toSkip > 0)
        {
            _toSkip--;
            return;
        }

        _pending.Add(b);
    }

    private void Flush()
    {
        _toSkip = 0;
        if (_pending.Count > 0)
        {
            string text = _encoding.GetString([.. _pending]);
            _pending.Clear();
            Append(text);
        }
    }

    private void Append(string text)
    {
        if (_pending.Count > 0)
        {
            Flush();
        }

        if (_state.Destination == Destination.Text)
        {
            _text.Append(text);
        }
        else if (_state.Destination != Destination.Ignored)
        {
            _info.Append(text);
        }
    }

    private void EndCell()
    {
        Flush();
        _table ??= new TableRows();
        _table.AddText(CleanText.From(_text.ToString()));
        _table.EndCell();
        _text.Clear();
    }

    private void EndParagraph()
    {
        Flush();
        if (_state.Destination != Destination.Text)
        {
            return;
        }

        string paragraph = CleanText.From(_text.ToString());
        _text.Clear();
        if (_state.IsInTable)
        {
            _table ??= new TableRows();
            _table.AddText(paragraph);
            return;
        }

        EndTable();
        _blocks.Add(paragraph, _state.IsHeading);
    }

    private void EndTable()
    {
        _table?.WriteTo(_blocks, outer: null);
        _table = null;
    }

    /// <param name="Skipped">Bytes behind a Unicode character that say the same for older programs.</param>
    private readonly record struct State(Destination Destination, int Skipped, bool IsHeading, bool IsInTable);
}
