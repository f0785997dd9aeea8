using Microsoft.Win32.SafeHandles;
using SummitBot.Core.Articles;

namespace SummitBot.Ingestion.Files;

/// <summary>The bytes of a file, or the reason why there are none.</summary>
internal static class FileContent
{
    /// <exception cref="ArticleReadException">Missing, no file, empty, too large, or not to be read.</exception>
    public static async Task<byte[]> ReadAsync(string path, long maxBytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // A pipe or a device has no length: it is turned away here, since to open it could take for ever.
            RefuseLength(FileFacts.Read(path).Length, maxBytes);
            using SafeFileHandle handle = File.OpenHandle(path, options: FileOptions.Asynchronous);
            long length = RandomAccess.GetLength(handle);
            RefuseLength(length, maxBytes);

            byte[] bytes = new byte[length];
            int read = 0;
            while (read < bytes.Length)
            {
                int count = await RandomAccess.ReadAsync(handle, bytes.AsMemory(read), read, cancellationToken);
                if (count == 0)
                {
                    break;
                }

                read += count;
            }

            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArticleReadException(
                ArticleReadError.NotFound,
                "The file is gone, or is a link to nothing: put it back, or take it out of the corpus."
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ArticleReadException(
                ArticleReadError.Unreadable,
                "The file cannot be opened for reading: check its permissions and whether it is a regular file."
            );
        }
    }

    private static void RefuseLength(long length, long maxBytes)
    {
        if (length == 0)
        {
            throw new ArticleReadException(
                ArticleReadError.Empty,
                "The file is empty: fill it, or take it out of the corpus."
            );
        }

        if (length > maxBytes)
        {
            FormattableString reason =
                $"The file has {length:N0} bytes, the limit is {maxBytes:N0}: split the file, or raise SummitBot:Corpus:MaxFileBytes.";
            throw new ArticleReadException(ArticleReadError.TooLarge, FormattableString.Invariant(reason));
        }
    }
}
