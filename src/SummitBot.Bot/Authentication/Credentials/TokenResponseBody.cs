using System.Text.Json.Serialization;

namespace SummitBot.Bot.Authentication.Credentials;

/// <summary>What a token endpoint answers (RFC 6749 sections 5.1 and 5.2).</summary>
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
