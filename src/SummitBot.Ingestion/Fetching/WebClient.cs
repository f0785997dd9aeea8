using System.Net.Sockets;

namespace SummitBot.Ingestion.Fetching;

/// <summary>
/// Asks web servers politely and without trust: bodies and times are bounded, redirects counted and private addresses refused.
/// </summary>
internal sealed class WebClient(bool allowPrivate, long maxBytes, TimeProvider time) : IDisposable
{
    private const int MaxRedirects = 5;

    private static readonly TimeSpan Patience = GuardedConnections.Patience;

    private readonly HttpClient _client = GuardedConnections.CreateClient(allowPrivate);

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
        using var limit = new CancellationTokenSource(Patience, time);
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
        catch (Exception e) when (GuardedConnections.IsRefused(e))
        {
            return Failed(address, GuardedConnections.ReasonAgainst(at.Host));
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
            RetryAfter = response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - time.GetUtcNow()),
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
            if (content.Length > maxBytes)
            {
                return Failed(
                    address,
                    $"It has more than {maxBytes} bytes: raise SummitBot:Corpus:MaxFileBytes to take it."
                );
            }
        }

        return read with
        {
            Content = content.ToArray(),
        };
    }
}
