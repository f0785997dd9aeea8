using Newtonsoft.Json;

namespace SummitBot.Bot.Teams;

/// <summary>Who interpreted a claim.</summary>
/// <param name="Slogan">The text that is shown.</param>
public sealed record ClaimInterpreter([property: JsonProperty("slogan")] string Slogan)
{
    [JsonProperty("@type")]
    public string SchemaType { get; init; } = "Project";
}
