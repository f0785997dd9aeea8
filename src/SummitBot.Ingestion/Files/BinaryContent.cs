using SummitBot.Core.Articles;

namespace SummitBot.Ingestion.Files;

/// <summary>Tells bytes that are no text.</summary>
internal static class BinaryContent
{
    private const int SampleBytes = 65_536;

    /// <summary>Text has hardly any control characters; random bytes have about ten in a hundred.</summary>
    private const double MaxControlShare = 0.03;

    /// <exception cref="ArticleReadException">The bytes are no text.</exception>
    public static void Refuse(ReadOnlySpan<byte> bytes)
    {
        if (DetectKind(bytes) is { } kind)
        {
            throw new ArticleReadException(
                ArticleReadError.Binary,
                $"The file is {kind}, not text: save it as text, Markdown or HTML."
            );
        }

        if (ByteOrderMark.Detect(bytes) is not null || Utf16Guess.Detect(bytes) is not null)
        {
            return;
        }

        if (bytes.Contains((byte)0) || ControlShare(bytes[..Math.Min(bytes.Length, SampleBytes)]) > MaxControlShare)
        {
            throw new ArticleReadException(
                ArticleReadError.Binary,
                "The file holds binary data, not text: save it as text, Markdown or HTML, or take it out of the corpus."
            );
        }
    }

    private static string? DetectKind(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            _ when bytes.StartsWith("%PDF-"u8) => "a PDF document",
            _ when bytes.StartsWith("{\\rtf"u8) => "an RTF document",
            _ when bytes.StartsWith("PK\u0003\u0004"u8) => "a ZIP archive or an office document",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an office document of the old format",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG picture",
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG picture",
            _ when bytes.StartsWith("GIF8"u8) => "a GIF picture",
            [0x1F, 0x8B, ..] => "a gzip archive",
            _ when bytes.StartsWith("BZh"u8) && bytes.Contains((byte)0) => "a bzip2 archive",
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => "an xz archive",
            [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => "a 7z archive",
            _ when bytes.StartsWith("Rar!\u001A"u8) => "a RAR archive",
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a program",
            _ when bytes.StartsWith("SQLite format 3\0"u8) => "a database",
            _ => null,
        };

    private static double ControlShare(ReadOnlySpan<byte> sample)
    {
        int controls = 0;
        foreach (byte b in sample)
        {
            // Escape (0x1B) switches character sets in ISO-2022 texts.
            controls += b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) or 0x7F ? 1 : 0;
        }

        return sample.Length == 0 ? 0 : (double)controls / sample.Length;
    }
}
