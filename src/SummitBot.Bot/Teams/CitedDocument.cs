using Newtonsoft.Json;

namespace SummitBot.Bot.Teams;

/// <summary>The contents of a citation's pop-up.</summary>
/// <param name="Name">At most <see cref="MaxName"/> characters.</param>
/// <param name="Abstract">At most <see cref="MaxAbstract"/> characters; some clients drop all citations when it is
/// missing.</param>
/// <param name="Url">The link target; null for no link.</param>
public sealed record CitedDocument(
    [property: JsonProperty("name")] string Name,
    [property: JsonProperty("abstract")] string Abstract,
    [property: JsonProperty("url")] string? Url
)
{
    public const int MaxName = 80;
    public const int MaxAbstract = 160;

    [JsonProperty("@type")]
    public string SchemaType { get; init; } = "DigitalDocument";

    /// <summary>Markdown that Web Chat shows in a window when there is no <see cref="Url"/>; null for none.</summary>
    [JsonProperty("text")]
    public string? Text { get; init; }
}
