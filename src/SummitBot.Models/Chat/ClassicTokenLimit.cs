using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummitBot.Models.Chat;

/// <summary>
/// Uses the parameter name for the token limit that all compatible servers know: OpenAI's client sends
/// <c>max_completion_tokens</c>, which Ollama and others ignore, so that an answer would be unlimited.
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

        // A new content in any case, because the client's own can be read only once.
        var renamed = new ByteArrayContent(body);
        renamed.Headers.ContentType = content.Headers.ContentType ?? new MediaTypeHeaderValue("application/json");
        return renamed;
    }
}
