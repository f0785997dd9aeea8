using System.Text.Json.Nodes;

namespace SummitBot.TeamsSimulator;

/// <summary>A message that the bot sent and the channel accepted.</summary>
/// <param name="At">When it came, or its last update; a time stamp of the time provider.</param>
public sealed record BotMessage(string Id, JsonObject Activity, long At)
{
    /// <summary>When the first version of an updated message came; null without an update.</summary>
    public long? DraftedAt { get; init; }

    /// <summary>The activity that it replies to; null for none.</summary>
    public string? ReplyTo { get; init; }

    public string Text => Json.Text(Activity, "text") ?? "";

    /// <summary>The questions that it suggests.</summary>
    public IReadOnlyList<string> Suggestions =>
        [
            .. Json.List(Json.Child(Activity, "suggestedActions"), "actions")
                .Select(a => Json.Text(a, "value") ?? Json.Text(a, "title"))
                .OfType<string>(),
        ];

    /// <summary>The citations of its entity.</summary>
    public IReadOnlyList<JsonNode?> Citations =>
        [.. Json.Entities(Activity, MessageRules.MessageEntity).SelectMany(e => Json.List(e, "citation"))];

    public bool HasCard =>
        Json.List(Activity, "attachments")
            .Any(a => Json.Text(a, "contentType") == "application/vnd.microsoft.card.adaptive");
}
