using System.Text.Json.Serialization;

namespace SummitBot.Bot.Teams;

/// <summary>One citation of an <see cref="AiMessage"/>.</summary>
/// <param name="Position">The number of the mark, 1 or more.</param>
public sealed record Claim(int Position, CitedDocument Appearance)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; init; } = "Claim";
}
