using SummitBot.Web.Markup;

namespace SummitBot.Web.WebChat;

/// <summary>
/// Microsoft's Web Chat, one script of 4 MB that the build takes from npm and lays beside the program; it is no part of the
/// repository, and a build without npm goes without it.
/// </summary>
/// <param name="path">Where the build lays it.</param>
public sealed class WebChatScript(string path)
{
    /// <summary>Keeps no failure: a file that cannot be read now may be readable at the next request.</summary>
    private readonly Lazy<ServedAsset> _asset = new(
        () => new ServedAsset(path, File.ReadAllBytes(path)),
        LazyThreadSafetyMode.PublicationOnly
    );

    /// <summary>Where the build lays it, seen from the running program.</summary>
    public static string DefaultPath { get; } = Path.Combine(AppContext.BaseDirectory, "webchat", "webchat.js");

    /// <summary>The build found npm.</summary>
    public bool IsThere { get; } = File.Exists(path);

    /// <summary>Compressed when first asked for.</summary>
    internal ServedAsset Asset => _asset.Value;
}
