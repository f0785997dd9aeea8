using Microsoft.AspNetCore.Http;

namespace SummitBot.Bot.Hosting;

/// <summary>Identifies the sender of a request for rate limits.</summary>
public static class NetworkAddress
{
    /// <summary>One visitor owns a whole IPv6 network; its prefix length in bytes.</summary>
    private const int Network = 8;

    /// <summary>
    /// The same text for all requests of one IPv4 address or one IPv6 network; empty when there is no address.
    /// </summary>
    public static string From(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "";
        }

        byte[] bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return Convert.ToHexString(bytes.Length > Network ? bytes[..Network] : bytes);
    }
}
