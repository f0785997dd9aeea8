using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SummitBot.DirectLine;

/// <summary>Reads the body of a request for a token or a conversation, which many clients leave empty.</summary>
internal static class TokenRequestReader
{
    private const int MaxBodyLength = 16_384;

    /// <summary>Null when it is too long or not such a JSON object.</summary>
    public static async ValueTask<TokenRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBodyLength)
        {
            return null;
        }

        byte[] body = new byte[MaxBodyLength + 1];
        int length = await request.Body.ReadAtLeastAsync(
            body,
            body.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        try
        {
            return length == 0 ? new TokenRequest()
                : length > MaxBodyLength ? null
                : JsonSerializer.Deserialize(body.AsSpan(0, length), DirectLineJson.Default.TokenRequest)
                    ?? new TokenRequest();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
