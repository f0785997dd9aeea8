using System.Text.Json.Serialization;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Teams;

/// <summary>
/// Says of a message that an AI wrote it, and what it cites. A message has exactly one; its citations are matched by
/// position with the marks <c>[n]</c> of the text.
/// </summary>
public sealed class AiMessage() : Entity(EntityType)
{
    public const string EntityType = "https://schema.org/Message";

    /// <summary>More are refused.</summary>
    public const int MaxCitations = 20;

    [JsonPropertyName("@type")]
    public string SchemaType { get; set; } = "Message";

    [JsonPropertyName("@context")]
    public string SchemaContext { get; set; } = "https://schema.org";

    [JsonPropertyName("@id")]
    public string SchemaId { get; set; } = "";

    /// <summary>The label "AI generated"; clients know exactly this value.</summary>
    public IList<string> AdditionalType { get; set; } = ["AIGeneratedContent"];

    /// <summary>Null when nothing is cited.</summary>
    public IList<Claim>? Citation { get; set; }
}
