namespace SummitBot.Indexing.Storage;

/// <summary>Writes small files so that no reader, and no crash, leaves half of one.</summary>
internal static class WholeFile
{
    /// <summary>A name beside the file for what is written before it takes the file's place.</summary>
    public static string CreatePartName(string path) => $"{path}.{Guid.NewGuid():N}.part";

    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> contents)
    {
        string part = CreatePartName(path);
        try
        {
            using (var to = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                to.Write(contents);
                to.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
