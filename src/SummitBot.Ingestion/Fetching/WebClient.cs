using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace SummitBot.Ingestion.Fetching;

/// <summary>
/// Asks web servers politely and without trust: bodies and times are bounded, redirects counted, and private addresses are
/// refused where the connection is made, so that neither a redirect nor a changed name leads there.
/// </summary>
internal sealed class WebClient : IDisposable
{
    public const string Agent = "summitbot";

    private const int MaxRedirects = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client;
    private readonly long _maxBytes;
    private readonly TimeProvider _time;

    public WebClient(bool allowPrivate, long maxBytes, TimeProvider time)
    {
        _maxBytes = maxBytes;
        _time = time;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = Patience,
            MaxResponseHeadersLength = 64,
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, allowPrivate, token),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(Agent, "1"));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The answer, redirects followed. Nothing but cancellation throws.</summary>
    /// <param name="isAllowed">False for addresses that a redirect must not lead to.</param>
    /// <param name="etag">Of what is known already; null when nothing is.</param>
    /// <param name="lastModified">Of what is known already; null when nothing is.</param>
    public async Task<WebResponse> GetAsync(
        Uri address,
        Func<Uri, bool> isAllowed,
        string? etag,
        string? lastModified,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Uri at = address;
        try
        {
            for (int redirects = 0; redirects <= MaxRedirects; redirects++)
            {
                using HttpResponseMessage response = await SendAsync(at, etag, lastModified, either.Token);
                if (FindRedirect(response, at) is not { } next)
                {
                    return await ReadAsync(at, response, either.Token);
                }

                if (!isAllowed(next))
                {
                    return Failed(
                        address,
                        $"It leads to {next.GetLeftPart(UriPartial.Path)}, which is outside of the source."
                    );
                }

                at = next;
            }

            return Failed(address, $"It redirects more than {MaxRedirects} times.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(address, $"No whole answer came within {Patience.TotalSeconds} s.");
        }
        catch (Exception e) when ((e as PrivateAddressException ?? e.InnerException) is PrivateAddressException)
        {
            return Failed(
                address,
                $"{at.Host} is this machine or in a private network: set AllowPrivateAddresses of the source if it is yours."
            );
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or SocketException)
        {
            return Failed(address, $"{at.Host} cannot be reached, or broke off.");
        }
    }

    private static WebResponse Failed(Uri address, string error) => new(address) { Error = error };

    private static Uri? FindRedirect(HttpResponseMessage response, Uri at)
    {
        bool isRedirect = (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;
        Uri? next = isRedirect && response.Headers.Location is { } location ? new Uri(at, location) : null;
        return next is { Scheme: "http" or "https" } ? next : null;
    }

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target,
        bool allowPrivate,
        CancellationToken cancellationToken
    )
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        if (!allowPrivate && (addresses.Length == 0 || Array.Exists(addresses, PrivateAddresses.Contain)))
        {
            throw new PrivateAddressException();
        }

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

    private async Task<HttpResponseMessage> SendAsync(
        Uri address,
        string? etag,
        string? lastModified,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        if (lastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }

        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task<WebResponse> ReadAsync(
        Uri address,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var read = new WebResponse(address, response.StatusCode)
        {
            MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "",
            Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"'),
            ETag = response.Headers.ETag?.ToString(),
            LastModified = response.Content.Headers.LastModified?.ToString("R"),
            RetryAfter = response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - _time.GetUtcNow()),
        };
        if (!read.IsOk)
        {
            return read;
        }

        using var content = new MemoryStream();
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = new byte[81_920];
        int length;
        while ((length = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            content.Write(buffer, 0, length);
            if (content.Length > _maxBytes)
            {
                return Failed(
                    address,
                    $"It has more than {_maxBytes} bytes: raise SummitBot:Corpus:MaxFileBytes to take it."
                );
            }
        }

        return read with
        {
            Content = content.ToArray(),
        };
    }

    private sealed class PrivateAddressException : Exception;
}
