using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace SummitBot.Bot.Teams;

/// <summary>
/// Marks a message as written by an AI and lists what it cites. A message has exactly one; its citations are matched by
/// position with the marks <c>[n]</c> of the text.
/// </summary>
public sealed class AiMessage() : Entity(EntityType)
{
    public const string EntityType = "https://schema.org/Message";

    /// <summary>Teams refuses more.</summary>
    public const int MaxCitations = 20;

    [JsonProperty("@type")]
    public string SchemaType { get; set; } = "Message";

    [JsonProperty("@context")]
    public string SchemaContext { get; set; } = "https://schema.org";

    [JsonProperty("@id")]
    public string SchemaId { get; set; } = "";

    /// <summary>The label "AI generated"; clients expect exactly this value.</summary>
    [JsonProperty("additionalType")]
    public IReadOnlyList<string> AdditionalType { get; set; } = ["AIGeneratedContent"];

    /// <summary>Null when nothing is cited.</summary>
    [JsonProperty("citation")]
    public IReadOnlyList<CitedClaim>? Citation { get; set; }

    /// <summary>The entity of a message that cites these; they may be none.</summary>
    public static AiMessage Create(IEnumerable<CitedClaim> claims)
    {
        CitedClaim[] cited = [.. claims];
        return new AiMessage { Citation = cited.Length == 0 ? null : cited };
    }
}
