namespace SummitBot.Ingestion.Files;

/// <summary>Length and time of the file that a path leads to, through symbolic links.</summary>
/// <param name="Length">Bytes; 0 for a pipe or a device.</param>
/// <param name="LastWritten">UTC.</param>
internal readonly record struct FileFacts(long Length, DateTime LastWritten)
{
    /// <exception cref="IOException">There is no file, a folder stands in its place, or links run in a circle.</exception>
    public static FileFacts Read(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
        {
            file = new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }

        return new FileFacts(file.Length, file.LastWriteTimeUtc);
    }
}
