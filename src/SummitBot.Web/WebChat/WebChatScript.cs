using SummitBot.Web.Markup;

namespace SummitBot.Web.WebChat;

/// <summary>
/// Microsoft's Web Chat, one script of 4 MB that the build takes from npm and puts beside the program. It is not part
/// of the repository, and a build without npm does not include it.
/// </summary>
/// <param name="path">The path where the build puts it.</param>
public sealed class WebChatScript(string path)
{
    /// <summary>Failures are not cached: a file that cannot be read now may be readable for the next request.</summary>
    private readonly Lazy<ServedAsset> _asset = new(
        () => new ServedAsset(path, File.ReadAllBytes(path)),
        LazyThreadSafetyMode.PublicationOnly
    );

    /// <summary>Where the build puts it, relative to the running program.</summary>
    public static string DefaultPath { get; } = Path.Combine(AppContext.BaseDirectory, "webchat", "webchat.js");

    /// <summary>True when the build had npm.</summary>
    public bool IsThere { get; } = File.Exists(path);

    /// <summary>Compressed on first use.</summary>
    internal ServedAsset Asset => _asset.Value;
}
