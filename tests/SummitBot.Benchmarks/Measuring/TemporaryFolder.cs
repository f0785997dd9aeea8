namespace SummitBot.Benchmarks.Measuring;

/// <summary>A new folder for an index, deleted at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("summitbot-benchmark-");

    public string Path => _folder.FullName;

    /// <summary>Bytes of the files in it.</summary>
    public long Size => _folder.EnumerateFiles().Sum(f => f.Length);

    public void Dispose() => _folder.Delete(recursive: true);
}
