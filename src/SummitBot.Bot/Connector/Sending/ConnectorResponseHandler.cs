using System.Net;
using System.Text.Json;

namespace SummitBot.Bot.Connector.Sending;

/// <summary>
/// Reads a response to its end within the surrounding time limit, up to a maximum size. For a success, a body that is
/// not a JSON object is dropped: channels answer with nothing, or with a page of a proxy.
/// </summary>
internal sealed class ConnectorResponseHandler : DelegatingHandler
{
    private const long MaxBodyBytes = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBodyBytes, cancellationToken);
            if (response.IsSuccessStatusCode && !await IsObjectAsync(response.Content, cancellationToken))
            {
                response.Content.Dispose();
                response.Content = new ByteArrayContent([]);
                // The SDK accepts no other status without a body.
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
