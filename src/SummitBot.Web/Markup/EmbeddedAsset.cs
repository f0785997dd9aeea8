using System.Reflection;
using System.Text;

namespace SummitBot.Web.Markup;

/// <summary>The files of folder <c>Assets</c>, embedded so that the program can run from any folder.</summary>
internal static class EmbeddedAsset
{
    private const string Prefix = "Assets/";

    /// <summary>The names of the files in a folder below <c>Assets</c> and its folders, for example <c>widget/panel.js</c>.</summary>
    public static IReadOnlyList<string> NamesIn(string folder) =>
        [
            .. Assembly
                .GetExecutingAssembly()
                .GetManifestResourceNames()
                .Where(n => n.StartsWith($"{Prefix}{folder}/", StringComparison.Ordinal))
                .Select(n => n[Prefix.Length..]),
        ];

    /// <exception cref="InvalidOperationException">The file does not exist.</exception>
    public static byte[] Read(string name)
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The assembly holds no asset '{name}'.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <exception cref="InvalidOperationException">The file does not exist.</exception>
    public static string ReadText(string name) => Encoding.UTF8.GetString(Read(name));
}
