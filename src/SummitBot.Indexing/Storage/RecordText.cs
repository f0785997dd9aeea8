using System.Text;

namespace SummitBot.Indexing.Storage;

/// <summary>Strings in records, preserving every UTF-16 unit: UTF-8 would lose a lone surrogate.</summary>
internal static class RecordText
{
    private const byte None = 0;
    private const byte Utf8 = 1;
    private const byte Utf16 = 2;

    public static void WriteText(this BinaryWriter writer, string? text)
    {
        if (text is null)
        {
            writer.Write(None);
            return;
        }

        bool hasSurrogates = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
        writer.Write(hasSurrogates ? Utf16 : Utf8);
        byte[] bytes = hasSurrogates ? Utf16Bytes(text) : Encoding.UTF8.GetBytes(text);
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }

    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    public static string? ReadTextOrNull(this BinaryReader reader)
    {
        byte form = reader.ReadByte();
        if (form == None)
        {
            return null;
        }

        int length = reader.Read7BitEncodedInt();
        if (length < 0)
        {
            throw new InvalidDataException("A text in a record has a negative length.");
        }

        byte[] bytes = reader.ReadBytes(length);
        if (bytes.Length < length)
        {
            throw new InvalidDataException("A text in a record ends too early.");
        }

        return form switch
        {
            Utf8 => Encoding.UTF8.GetString(bytes),
            Utf16 => Utf16String(bytes),
            _ => throw new InvalidDataException("A text in a record has an unknown form."),
        };
    }

    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    public static string ReadText(this BinaryReader reader) =>
        reader.ReadTextOrNull() ?? throw new InvalidDataException("A record lacks a text.");

    private static byte[] Utf16Bytes(string text)
    {
        byte[] bytes = new byte[text.Length * sizeof(char)];
        for (int i = 0; i < text.Length; i++)
        {
            bytes[2 * i] = (byte)text[i];
            bytes[(2 * i) + 1] = (byte)(text[i] >> 8);
        }

        return bytes;
    }

    private static string Utf16String(byte[] bytes) =>
        string.Create(
            bytes.Length / sizeof(char),
            bytes,
            static (chars, from) =>
            {
                for (int i = 0; i < chars.Length; i++)
                {
                    chars[i] = (char)(from[2 * i] | (from[(2 * i) + 1] << 8));
                }
            }
        );
}
