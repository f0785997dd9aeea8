using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace SummitBot.Bot.Settings;

/// <summary>What may be sent to an address: secrets travel over https only, or do not leave the machine.</summary>
public static class WebAddress
{
    /// <summary>
    /// An absolute http or https address and nothing else: one with a user name, a query or a fragment is none, because a
    /// path is to be put behind it.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? address)
    {
        bool isPlain =
            Uri.TryCreate(text, UriKind.Absolute, out address)
            && address.Scheme is "http" or "https"
            && address.UserInfo.Length == 0
            && address.Query.Length == 0
            && address.Fragment.Length == 0;
        address = isPlain ? address : null;
        return isPlain;
    }

    /// <summary>Whether the host's name or number means this machine and no other, whatever a name server says.</summary>
    public static bool IsLoopback(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return IsLoopbackHost(address.IdnHost);
    }

    /// <param name="host">A name or number without a port; an IPv6 number may stand in brackets.</param>
    public static bool IsLoopbackHost(string? host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? number) && IPAddress.IsLoopback(number));

    /// <summary>An https address, or an http one of this machine.</summary>
    public static bool IsSecureOrLoopback(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)));
}
