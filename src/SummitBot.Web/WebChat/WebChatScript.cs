using SummitBot.Web.Pages;

namespace SummitBot.Web.WebChat;

/// <summary>
/// Microsoft's Web Chat, one script of 4 MB that the build takes from npm and lays beside the program; it is no part of the
/// repository, and a build without npm goes without it.
/// </summary>
public sealed class WebChatScript
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "webchat", "webchat.js");

    private readonly Lazy<ServedAsset> _asset = new(() => new ServedAsset(Path, File.ReadAllBytes(Path)));

    /// <summary>The build found npm.</summary>
    public bool IsThere { get; } = File.Exists(Path);

    /// <summary>Compressed when first asked for.</summary>
    internal ServedAsset Asset => _asset.Value;
}
