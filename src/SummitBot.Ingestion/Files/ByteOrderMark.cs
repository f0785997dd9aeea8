using System.Text;

namespace SummitBot.Ingestion.Files;

/// <summary>The encoding that a file's first bytes declare.</summary>
internal static class ByteOrderMark
{
    /// <summary>The encoding and the length of its mark; null without a mark.</summary>
    public static (Encoding Encoding, int Length)? Detect(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => null,
        };
}
