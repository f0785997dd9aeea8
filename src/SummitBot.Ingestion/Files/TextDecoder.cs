using System.Buffers;
using System.Text;
using UtfUnknown;

namespace SummitBot.Ingestion.Files;

/// <summary>
/// Turns bytes into text: by the byte order mark, else as UTF-8 when they are valid UTF-8, else by what an HTML page
/// declares, else by the statistics of UTF.Unknown, else as Windows-1252.
/// </summary>
internal static class TextDecoder
{
    /// <summary>A page declares its encoding within its first 1,024 bytes (WHATWG HTML, 13.2.3.2); some are late.</summary>
    private const int DeclarationBytes = 4_096;

    private const int SampleBytes = 65_536;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:.-"
    );

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static string Decode(byte[] bytes, ArticleFormat format)
    {
        if (ByteOrderMark.Detect(bytes) is { } mark)
        {
            return mark.Encoding.GetString(bytes, mark.Length, bytes.Length - mark.Length);
        }

        if (Utf16Guess.Detect(bytes) is { } utf16)
        {
            return utf16.GetString(bytes);
        }

        // ISO-2022 switches its character sets by escape sequences of plain ASCII, which are valid UTF-8 as well.
        bool isUtf8 = bytes.AsSpan().IndexOf("\u001B$"u8) < 0;
        if (isUtf8 && DecodeUtf8(bytes) is { } text)
        {
            return text;
        }

        Encoding? encoding = format == ArticleFormat.Html ? DeclaredBy(bytes) : null;
        return (encoding ?? GuessEncoding(bytes) ?? Named("windows-1252")!).GetString(bytes);
    }

    /// <summary>
    /// Null when the bytes are not UTF-8. A last character that was cut in the middle is dropped, and a long text with
    /// very few bad bytes is still UTF-8.
    /// </summary>
    private static string? DecodeUtf8(byte[] bytes)
    {
        try
        {
            int count = StrictUtf8.GetDecoder().GetCharCount(bytes, flush: false);
            return string.Create(
                count,
                bytes,
                static (characters, utf8) => StrictUtf8.GetDecoder().GetChars(utf8, characters, flush: false)
            );
        }
        catch (DecoderFallbackException)
        {
            string lenient = Encoding.UTF8.GetString(bytes);
            int bad = lenient.Count(c => c == '\uFFFD');
            int nonAscii = lenient.Count(c => c > '\u007F');
            return nonAscii > 20 * bad ? lenient : null;
        }
    }

    private static Encoding? DeclaredBy(byte[] bytes)
    {
        string head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, DeclarationBytes));
        string? name = FindValue(head, "charset") ?? FindValue(head, "encoding");
        Encoding? encoding = name is null ? null : Named(name);

        // Whoever declares a Unicode encoding that the bytes are not in has only a wrong template.
        return encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding ? null : encoding;
    }

    /// <summary>The value in <c>charset=x</c>, <c>charset="x"</c> or <c>encoding='x'</c>, where it first stands.</summary>
    private static string? FindValue(string head, string attribute)
    {
        int at = head.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            ReadOnlySpan<char> rest = head.AsSpan(at + attribute.Length).TrimStart();
            if (rest is ['=', ..])
            {
                rest = rest[1..].TrimStart().TrimStart("\"'").TrimStart();
                int end = rest.IndexOfAnyExcept(NameCharacters);
                return rest[..(end < 0 ? rest.Length : end)].ToString();
            }

            at = head.IndexOf(attribute, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    private static Encoding? GuessEncoding(byte[] bytes)
    {
        DetectionDetail? best = CharsetDetector
            .DetectFromBytes(bytes.AsSpan(0, Math.Min(bytes.Length, SampleBytes)))
            .Detected;
        Encoding? encoding = best is null ? null : Named(best.EncodingName);
        return encoding is UTF8Encoding or ASCIIEncoding ? null : encoding;
    }

    /// <summary>Latin-1 is read as Windows-1252, of which it is a part, as browsers do (WHATWG Encoding, 4.2).</summary>
    private static Encoding? Named(string name)
    {
        string label = name.ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
            string other => other,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
