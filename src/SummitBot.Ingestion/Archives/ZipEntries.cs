using System.IO.Compression;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Archives;

/// <summary>Reads the files in a ZIP archive, each as if it stood in a folder of the archive's name.</summary>
internal static class ZipEntries
{
    /// <param name="depth">How many files stand around the archive.</param>
    public static void Read(IFileContents reading, ArticleOrigin origin, byte[] bytes, int depth)
    {
        using ZipArchive archive = Open(bytes);
        foreach (ZipArchiveEntry entry in archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            string name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (!IsFolder(name) && !IsHidden(name))
            {
                reading.Limits.CountEntry();
                reading.AddFile(origin.File(name), () => ReadContent(entry, reading.Limits), depth + 1);
            }
        }
    }

    /// <exception cref="ArticleReadException">The bytes are no ZIP archive.</exception>
    public static ZipArchive Open(byte[] bytes)
    {
        try
        {
            return new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            bool isOldOrEncrypted = bytes is [0xD0, 0xCF, 0x11, 0xE0, ..];
            throw new ArticleReadException(
                ArticleReadError.Malformed,
                isOldOrEncrypted
                    ? "The document is encrypted or of the old office format: save it without a password in the present format."
                    : "The file is damaged or incomplete: copy it anew."
            );
        }
    }

    /// <summary>The entry's bytes. What its header says of its length is never exceeded in reading.</summary>
    /// <exception cref="ArticleReadException">It is larger than a file may be, or encrypted.</exception>
    public static byte[] ReadContent(ZipArchiveEntry entry, ReadingLimits limits)
    {
        if (entry.IsEncrypted)
        {
            throw new ArticleReadException(
                ArticleReadError.Unreadable,
                "It is encrypted: pack it without a password, or unpack it into the corpus."
            );
        }

        using Stream stream = entry.Open();
        return GzipContent.ReadAll(stream, limits);
    }

    private static bool IsFolder(string name) => name.Length == 0 || name.EndsWith('/');

    private static bool IsHidden(string name) =>
        name.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX");
}
