using System.Text.Json.Serialization;

namespace SummitBot.Bot.Authentication.Credentials;

/// <summary>The response of a token endpoint (RFC 6749 sections 5.1 and 5.2).</summary>
internal sealed class TokenResponseBody
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; set; }

    /// <summary>Lifetime in seconds.</summary>
    [JsonPropertyName("expires_in")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public double ExpiresIn { get; set; }

    [JsonPropertyName("error")]
    public string? Error { get; set; }
}

[JsonSerializable(typeof(TokenResponseBody))]
internal sealed partial class TokenResponseJson : JsonSerializerContext;
