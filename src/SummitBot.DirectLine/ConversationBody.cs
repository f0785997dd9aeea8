using System.Text.Json.Serialization;

namespace SummitBot.DirectLine;

/// <summary>A conversation as sent to its client.</summary>
/// <param name="ExpiresIn">Lifetime of the token in seconds.</param>
/// <param name="StreamUrl">Address of its stream, valid for a minute; null when only a token was requested.</param>
internal sealed record ConversationBody(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null
);
