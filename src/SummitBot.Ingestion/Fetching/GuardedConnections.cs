using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace SummitBot.Ingestion.Fetching;

/// <summary>
/// Connections of sources. Private addresses are refused where the connection is made, so that neither a redirect nor a changed
/// name leads there.
/// </summary>
internal static class GuardedConnections
{
    public const string Agent = "summitbot";

    /// <summary>How long a server may take to accept a connection, and to give a whole answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A client without a time limit of its own: the caller's token has it.</summary>
    public static HttpClient CreateClient(bool allowPrivate)
    {
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                UseCookies = false,
                UseProxy = false,
                ConnectTimeout = Patience,
                MaxResponseHeadersLength = 64,
                ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, allowPrivate, token),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(Agent, "1"));
        return client;
    }

    /// <exception cref="PrivateAddressException">A name leads to a private address that is not allowed.</exception>
    /// <exception cref="SocketException">The name is not known.</exception>
    public static async Task<IPAddress[]> ResolveAsync(
        string host,
        bool allowPrivate,
        CancellationToken cancellationToken
    )
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        return allowPrivate || (addresses.Length > 0 && !Array.Exists(addresses, PrivateAddresses.Contain))
            ? addresses
            : throw new PrivateAddressException();
    }

    /// <summary>True when a connection was refused because it leads to a private address, however deep the reason lies.</summary>
    public static bool IsRefused(Exception? exception) =>
        exception switch
        {
            null => false,
            PrivateAddressException => true,
            AggregateException several => several.InnerExceptions.Any(IsRefused),
            _ => IsRefused(exception.InnerException),
        };

    /// <summary>Why a connection to the host was refused, a sentence for people.</summary>
    public static string ReasonAgainst(string host) =>
        $"{host} is this machine or in a private network: set AllowPrivateAddresses of the source if it is yours.";

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target,
        bool allowPrivate,
        CancellationToken cancellationToken
    )
    {
        IPAddress[] addresses = await ResolveAsync(target.Host, allowPrivate, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class PrivateAddressException : Exception;
}
