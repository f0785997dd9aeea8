using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummitBot.Models.Chat;

/// <summary>
/// Names the limit of tokens as all compatible servers know it: OpenAI's client calls it <c>max_completion_tokens</c>,
/// which Ollama and others ignore, so that an answer would have no end.
/// </summary>
internal sealed class ClassicTokenLimit : DelegatingHandler
{
    private const string Present = "max_completion_tokens";
    private const string Classic = "max_tokens";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.Content is { } content)
        {
            request.Content = await RenameAsync(content, cancellationToken);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    private static async Task<HttpContent> RenameAsync(HttpContent content, CancellationToken cancellationToken)
    {
        byte[] body = await content.ReadAsByteArrayAsync(cancellationToken);
        if (JsonNode.Parse(body) is JsonObject json && json.Remove(Present, out JsonNode? limit))
        {
            json[Classic] = limit;
            body = JsonSerializer.SerializeToUtf8Bytes(json);
        }

        // A new one in any case: the client's own may be read once only.
        var renamed = new ByteArrayContent(body);
        renamed.Headers.ContentType = content.Headers.ContentType ?? new MediaTypeHeaderValue("application/json");
        return renamed;
    }
}
