using System.Net;
using System.Net.Sockets;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>Free ports for servers that must restart at the same address.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
