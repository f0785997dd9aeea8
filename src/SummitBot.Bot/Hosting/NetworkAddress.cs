using Microsoft.AspNetCore.Http;

namespace SummitBot.Bot.Hosting;

/// <summary>Whom a request comes from, as far as limits go.</summary>
public static class NetworkAddress
{
    /// <summary>One visitor has a whole network of addresses of the sixth version, bytes.</summary>
    private const int Network = 8;

    /// <summary>The same text for all requests of one address, or of one network of the sixth version; empty where there is none.</summary>
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
