using System.Reflection;
using System.Text;

namespace SummitBot.Web.Pages;

/// <summary>The files of folder <c>Assets</c>, embedded so that the program runs from any folder.</summary>
internal static class EmbeddedAsset
{
    /// <exception cref="InvalidOperationException">There is no such file in the folder.</exception>
    public static string ReadText(string name)
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"Assets/{name}")
            ?? throw new InvalidOperationException($"The assembly holds no asset '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
