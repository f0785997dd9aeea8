using Microsoft.Extensions.Options;

namespace SummitBot.Bot.Settings;

/// <summary>
/// Decides which service URLs may be called, and which of them may receive the bot's token. An activity itself says
/// where its answer goes: without this list, any caller could make the bot call any address, even in internal networks.
/// </summary>
public sealed class ServiceUrlPolicy(IOptions<BotOptions> options)
{
    private readonly IReadOnlyList<string> _hosts = [.. options.Value.AllowedServiceHosts];

    private readonly IReadOnlyList<LocalServiceUrl> _local =
    [
        .. options
            .Value.LocalServiceUrls.Select(text =>
                LocalServiceUrl.TryParse(text, out LocalServiceUrl? url) ? url : null
            )
            .OfType<LocalServiceUrl>(),
    ];

    /// <summary>
    /// Whether programs on this machine may send activities: the settings list where these are answered.
    /// </summary>
    public bool ServesThisMachine => _local.Count > 0;

    /// <summary>
    /// Whether the bot's token may be sent there: over https to an allowed host or its subdomains; to this machine only
    /// if the allowed hosts name it and the address is one of <see cref="BotOptions.LocalServiceUrls"/>.
    /// </summary>
    public bool MayHaveToken(string? serviceUrl) =>
        WebAddress.TryParse(serviceUrl, out Uri? address)
        && (WebAddress.IsLoopback(address) ? IsLocal(address) : address.Scheme == Uri.UriSchemeHttps)
        && _hosts.Any(h => IsAtOrBelow(address.IdnHost, h));

    /// <summary>Whether it is one of <see cref="BotOptions.LocalServiceUrls"/>, or below one.</summary>
    public bool IsLocal(string? serviceUrl) => WebAddress.TryParse(serviceUrl, out Uri? address) && IsLocal(address);

    /// <summary>Whether an answer may be sent there at all.</summary>
    public bool MayCall(string? serviceUrl) => MayHaveToken(serviceUrl) || IsLocal(serviceUrl);

    private bool IsLocal(Uri address) => _local.Any(l => l.Covers(address));

    private static bool IsAtOrBelow(string host, string allowed) =>
        string.Equals(host, allowed, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith($".{allowed}", StringComparison.OrdinalIgnoreCase);
}
