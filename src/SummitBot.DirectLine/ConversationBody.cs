using System.Text.Json.Serialization;

namespace SummitBot.DirectLine;

/// <summary>A conversation as its client gets it.</summary>
/// <param name="ExpiresIn">Seconds that the token serves.</param>
/// <param name="StreamUrl">Where its stream is opened within a minute; null where only a token was asked for.</param>
internal sealed record ConversationBody(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null
);
