using System.IO.Compression;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Archives;

/// <summary>Decompresses gzip files.</summary>
internal static class GzipContent
{
    private const int BufferSize = 81_920;

    /// <exception cref="ArticleReadException">Its contents are larger than the limit for a file.</exception>
    public static byte[] Decompress(byte[] bytes, ReadingLimits limits)
    {
        using var stream = new GZipStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
        return ReadAll(stream, limits);
    }

    /// <summary>Reads a stream of unknown length to its end.</summary>
    /// <exception cref="ArticleReadException">It has more bytes than a file may have.</exception>
    public static byte[] ReadAll(Stream stream, ReadingLimits limits)
    {
        using var content = new MemoryStream();
        byte[] buffer = new byte[BufferSize];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            limits.Expand(count);
            if (content.Length + count > limits.MaxFileBytes)
            {
                FormattableString reason =
                    $"Unpacked it has more than {limits.MaxFileBytes:N0} bytes: split the file, or raise SummitBot:Corpus:MaxFileBytes.";
                throw new ArticleReadException(ArticleReadError.TooLarge, FormattableString.Invariant(reason));
            }

            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }
}
