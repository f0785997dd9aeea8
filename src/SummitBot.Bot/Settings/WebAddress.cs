using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace SummitBot.Bot.Settings;

/// <summary>Checks what may be sent to an address: secrets use https, or stay on this machine.</summary>
public static class WebAddress
{
    /// <summary>
    /// An absolute http or https address. Addresses with a user name, a query or a fragment are rejected, because a
    /// path will be appended.
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

    /// <summary>Whether the host's name or IP address means this machine, without asking a name server.</summary>
    public static bool IsLoopback(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return IsLoopbackHost(address.IdnHost);
    }

    /// <param name="host">A name or IP address without a port; IPv6 may be in brackets.</param>
    public static bool IsLoopbackHost(string? host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? number) && IPAddress.IsLoopback(number));

    /// <summary>An https address, or an http one of this machine.</summary>
    public static bool IsSecureOrLoopback(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)));
}
