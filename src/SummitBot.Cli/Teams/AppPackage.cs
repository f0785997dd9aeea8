using System.IO.Compression;
using System.Text;

namespace SummitBot.Cli.Teams;

/// <summary>The zip file that is uploaded to Teams: manifest and two icons.</summary>
public static class AppPackage
{
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";
    public const string Manifest = "manifest.json";

    /// <summary>The earliest time in the zip format; the current time would change the file on every run.</summary>
    private static readonly DateTimeOffset SameTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same description always gives the same bytes.</summary>
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
        // Stored without compression: compressors of different runtimes may give different bytes.
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
