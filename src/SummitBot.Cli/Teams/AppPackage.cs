using System.IO.Compression;
using System.Text;

namespace SummitBot.Cli.Teams;

/// <summary>The zip file that is uploaded to Teams: manifest and two icons.</summary>
public static class AppPackage
{
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";
    public const string Manifest = "manifest.json";

    /// <summary>The earliest that a zip file can say; the time of writing would make every file another one.</summary>
    private static readonly DateTimeOffset SameTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same bytes for the same description, always.</summary>
    public static byte[] Write(AppDescription app)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, Manifest, Encoding.UTF8.GetBytes(AppManifest.Write(app)));
            Add(zip, ColorIcon, Icon(ColorIcon));
            Add(zip, OutlineIcon, Icon(OutlineIcon));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        // Stored as it is: what a compressor makes of it may differ from one runtime to the next.
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = SameTime;
        using Stream stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Icon(string name)
    {
        using Stream icon =
            typeof(AppPackage).Assembly.GetManifestResourceStream($"Teams.{name}")
            ?? throw new InvalidOperationException($"The icon {name} is not part of the program.");
        using var bytes = new MemoryStream();
        icon.CopyTo(bytes);
        return bytes.ToArray();
    }
}
