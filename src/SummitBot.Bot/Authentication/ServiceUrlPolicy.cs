using Microsoft.Extensions.Options;

namespace SummitBot.Bot.Authentication;

/// <summary>
/// Which service URLs may be called, and which of them may see the bot's token. An activity says itself where its answer
/// goes: without this list whoever gets an activity in could make the bot call any address, inside networks too.
/// </summary>
public sealed class ServiceUrlPolicy(IOptions<BotOptions> options)
{
    private readonly IReadOnlyList<string> _hosts = [.. options.Value.AllowedServiceHosts];

    /// <summary>Whether the address is http or https on this machine.</summary>
    public static bool IsOfThisMachine(string? serviceUrl) =>
        WebAddress.TryParse(serviceUrl, out Uri? address) && WebAddress.IsLoopback(address);

    /// <summary>
    /// Whether the bot's token may be sent there: over https to an allowed host or a host below one; to this machine only
    /// when the list names it, over http too.
    /// </summary>
    public bool MayHaveToken(string? serviceUrl) =>
        WebAddress.TryParse(serviceUrl, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || WebAddress.IsLoopback(address))
        && _hosts.Any(h => IsAtOrBelow(address.IdnHost, h));

    /// <summary>
    /// Whether an answer may be sent there at all. This machine may always be called: its address gets into a conversation
    /// only from a caller on it, which <see cref="ChannelAuthentication"/> sees to.
    /// </summary>
    public bool MayCall(string? serviceUrl) => MayHaveToken(serviceUrl) || IsOfThisMachine(serviceUrl);

    private static bool IsAtOrBelow(string host, string allowed) =>
        string.Equals(host, allowed, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith($".{allowed}", StringComparison.OrdinalIgnoreCase);
}
