using System.Text;

namespace SummitBot.Ingestion.Files;

/// <summary>Finds UTF-16 without a byte order mark: nearly all zero bytes stand on one side of the byte pairs.</summary>
internal static class Utf16Guess
{
    private const int SampleBytes = 4_096;

    public static Encoding? Detect(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        int pairs = sample.Length / 2;
        int zeroFirst = 0;
        int zeroSecond = 0;
        for (int i = 0; i < pairs; i++)
        {
            zeroFirst += sample[2 * i] == 0 ? 1 : 0;
            zeroSecond += sample[(2 * i) + 1] == 0 ? 1 : 0;
        }

        bool isLittle = pairs >= 4 && zeroFirst == 0 && zeroSecond > pairs / 2;
        bool isBig = pairs >= 4 && zeroSecond == 0 && zeroFirst > pairs / 2;
        return isLittle ? Encoding.Unicode
            : isBig ? Encoding.BigEndianUnicode
            : null;
    }
}
