using System.IO.Compression;
using SummitBot.Ingestion.Files;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace SummitBot.Ingestion.Documents.Pdf;

/// <summary>Measures the unpacked size of a compressed stream before it is unpacked into memory.</summary>
internal sealed class BoundedFilter(string name, IFilter inner, PdfBudget budget) : IFilter
{
    private const int BufferSize = 81_920;
    private const int LzwCodes = 4_096;
    private const int LzwClear = 256;
    private const int LzwEnd = 257;

    public bool IsSupported => inner.IsSupported;

    /// <exception cref="ArticleReadException">It unpacks to more than the limit for a page.</exception>
    public Memory<byte> Decode(
        Memory<byte> input,
        DictionaryToken streamDictionary,
        IFilterProvider filterProvider,
        int filterIndex
    )
    {
        switch (name)
        {
            case "FlateDecode" or "Fl":
                MeasureFlate(input);
                break;
            case "LZWDecode" or "LZW":
                MeasureLzw(input.Span);
                break;
            case "RunLengthDecode" or "RL":
                MeasureRuns(input.Span);
                break;
            default:
                budget.Unpack(input.Length);
                break;
        }

        return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
    }

    private void MeasureFlate(Memory<byte> input)
    {
        // The zlib format has two bytes before the data (RFC 1950); damaged data are measured up to the error.
        using var bytes = new MemoryStream(input[Math.Min(2, input.Length)..].ToArray(), writable: false);
        using var stream = new DeflateStream(bytes, CompressionMode.Decompress);
        byte[] buffer = new byte[BufferSize];
        try
        {
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                budget.Unpack(count);
            }
        }
        catch (InvalidDataException)
        {
            // Left to the filter itself.
        }
    }

    /// <summary>Each code stands for the string of an earlier code plus one byte (ISO 32000-1, 7.4.4).</summary>
    private void MeasureLzw(ReadOnlySpan<byte> input)
    {
        Span<int> lengths = new int[LzwCodes];
        lengths[..LzwClear].Fill(1);
        int next = LzwEnd + 1;
        int width = 9;
        int previous = 0;
        int bits = 0;
        int code = 0;
        foreach (byte b in input)
        {
            code = (code << 8) | b;
            bits += 8;
            if (bits < width)
            {
                continue;
            }

            int current = (code >> (bits - width)) & ((1 << width) - 1);
            bits -= width;
            code &= (1 << bits) - 1;
            if (current == LzwEnd)
            {
                return;
            }

            if (current == LzwClear)
            {
                (next, width, previous) = (LzwEnd + 1, 9, 0);
                continue;
            }

            int length = current < next ? lengths[current] : previous + 1;
            if (previous > 0 && next < LzwCodes)
            {
                lengths[next++] = previous + 1;
            }

            previous = length;
            width = Math.Clamp(32 - System.Numerics.BitOperations.LeadingZeroCount((uint)next), 9, 12);
            budget.Unpack(length);
        }
    }

    /// <summary>
    /// A length up to 127 is followed by that many bytes plus one; a length above 128 repeats a byte (ISO 32000-1,
    /// 7.4.5).
    /// </summary>
    private void MeasureRuns(ReadOnlySpan<byte> input)
    {
        for (int i = 0; i < input.Length && input[i] != 128; )
        {
            int length = input[i];
            budget.Unpack(length < 128 ? length + 1 : 257 - length);
            i += length < 128 ? length + 2 : 2;
        }
    }
}
