using System.Text.Json.Serialization;

namespace SummitBot.Bot.Teams;

/// <summary>What the pop-up of a citation shows.</summary>
/// <param name="Name">At most <see cref="MaxName"/> characters.</param>
/// <param name="Abstract">At most <see cref="MaxAbstract"/> characters; some clients drop all citations when it is missing.</param>
/// <param name="Url">Where a click leads; null for nowhere.</param>
public sealed record CitedDocument(string Name, string Abstract, string? Url)
{
    public const int MaxName = 80;
    public const int MaxAbstract = 160;

    [JsonPropertyName("@type")]
    public string SchemaType { get; init; } = "DigitalDocument";
}
