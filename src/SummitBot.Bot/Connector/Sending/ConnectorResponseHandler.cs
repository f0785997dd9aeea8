using System.Net;
using System.Text.Json;

namespace SummitBot.Bot.Connector.Sending;

/// <summary>
/// Reads a response to its end while the time limit around it still runs, and no more of it than is sensible. A success
/// whose body is no JSON object has none: channels answer with nothing, or with a page of a proxy.
/// </summary>
internal sealed class ConnectorResponseHandler : DelegatingHandler
{
    private const long LargestBody = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestBody, cancellationToken);
            if (response.IsSuccessStatusCode && !await IsObjectAsync(response.Content, cancellationToken))
            {
                response.Content.Dispose();
                response.Content = new ByteArrayContent([]);
                // The SDK takes no other status without a body.
                response.StatusCode = HttpStatusCode.OK;
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<bool> IsObjectAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument body = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken));
            return body.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
