using Newtonsoft.Json;

namespace SummitBot.Bot.Teams;

/// <summary>One citation of an <see cref="AiMessage"/>.</summary>
/// <param name="Position">The number of the mark, 1 or more.</param>
public sealed record CitedClaim(
    [property: JsonProperty("position")] int Position,
    [property: JsonProperty("appearance")] CitedDocument Appearance
)
{
    [JsonProperty("@type")]
    public string SchemaType { get; init; } = "Claim";

    /// <summary>Who interpreted the claim, shown as a caution by Web Chat; null when nobody did.</summary>
    [JsonProperty("claimInterpreter")]
    public ClaimInterpreter? Interpreter { get; init; }
}

/// <summary>Who interpreted a claim.</summary>
/// <param name="Slogan">The text that is shown.</param>
public sealed record ClaimInterpreter([property: JsonProperty("slogan")] string Slogan)
{
    [JsonProperty("@type")]
    public string SchemaType { get; init; } = "Project";
}
