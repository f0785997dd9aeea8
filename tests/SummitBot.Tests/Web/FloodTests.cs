using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SummitBot.Tests.DirectLine;

namespace SummitBot.Tests.Web;

/// <summary>Clients with too many, too slow or too long requests.</summary>
public sealed class FloodTests : IAsyncLifetime
{
    private const int AddressPerMinute = 60;
    private const int AddressSockets = 2;

    private readonly HarbourHost _harbour = new(
        ("Web:AddressPerMinute", $"{AddressPerMinute}"),
        ("DirectLine:AddressSockets", $"{AddressSockets}"),
        ("DirectLine:AllowedOrigins:0", "https://news.example")
    );

    private WebTestHost Host => _harbour.Host;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _harbour.InitializeAsync();

    public ValueTask DisposeAsync() => _harbour.DisposeAsync();

    [Fact]
    public async Task AnAddressThatFloods_IsToldToWait_AndOthersAreServed()
    {
        using HttpClient flooding = ClientAt("127.0.0.2");
        using HttpClient other = ClientAt("127.0.0.3");
        HttpResponseMessage[] responses = await Task.WhenAll(
            Enumerable.Range(0, AddressPerMinute * 2).Select(_ => flooding.GetAsync("/healthz", Cancelled))
        );
        HttpResponseMessage refused = responses.Last(r => r.StatusCode == HttpStatusCode.TooManyRequests);
        JsonElement problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        using HttpResponseMessage served = await other.GetAsync("/healthz", Cancelled);

        Assert.InRange(responses.Count(r => r.IsSuccessStatusCode), AddressPerMinute, AddressPerMinute * 3 / 2);
        Assert.InRange(Assert.NotNull(refused.Headers.RetryAfter?.Delta).TotalSeconds, 1, 60);
        Assert.Contains("Retry-After", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(refused.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        foreach (HttpResponseMessage response in responses)
        {
            response.Dispose();
        }
    }

    [Fact]
    public async Task APageOfAnotherOrigin_CanReadThatItIsToWait()
    {
        using HttpClient flooding = ClientAt("127.0.0.4");
        flooding.DefaultRequestHeaders.Add("Origin", "https://news.example");
        HttpResponseMessage last;
        do
        {
            last = await flooding.PostAsJsonAsync("/v3/directline/conversations", new { }, Cancelled);
        } while (last.StatusCode != HttpStatusCode.TooManyRequests);

        Assert.Equal("https://news.example", Assert.Single(last.Headers.GetValues("Access-Control-Allow-Origin")));
        last.Dispose();
    }

    [Fact]
    public async Task AnAddress_HasSoManySocketsAtATime()
    {
        using HttpClient http = ClientAt("127.0.0.5");
        DirectLineClient client = await DirectLineClient.StartAsync(http);
        var open = new List<DirectLineStream>();
        for (int i = 0; i < AddressSockets; i++)
        {
            open.Add(await client.OpenStreamAsync());
        }

        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => client.OpenStreamAsync());
        open[0].Dispose();
        await Host.UntilAsync(async () =>
        {
            try
            {
                open[0] = await client.OpenStreamAsync();
                return true;
            }
            catch (System.Net.WebSockets.WebSocketException)
            {
                return false;
            }
        });
        open.ForEach(stream => stream.Dispose());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData(
        "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
    )]
    public async Task ARequestThatIsNeverFinished_IsCutOff(string begun)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Host.Client.BaseAddress!.Host, Host.Client.BaseAddress.Port, Cancelled);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(begun), Cancelled);
        using var reader = new StreamReader(stream);

        string answer = await reader.ReadToEndAsync(Cancelled).WaitAsync(TimeSpan.FromSeconds(60), Cancelled);

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
    }

    /// <summary>A client that looks like another machine: all of 127.0.0.0/8 is this one.</summary>
    private HttpClient ClientAt(string address) =>
        new(
            new SocketsHttpHandler
            {
                ConnectCallback = async (context, cancellationToken) =>
                {
                    var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                    socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                    await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        )
        {
            BaseAddress = Host.Client.BaseAddress,
        };
}
