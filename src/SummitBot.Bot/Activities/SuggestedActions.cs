using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Bot.Activities;

/// <summary>Buttons below a message that go away with the next one.</summary>
public sealed class SuggestedActions
{
    /// <summary>Ids of the accounts that see them; everybody when there are none.</summary>
    public IList<string>? To { get; set; }

    public IList<CardAction>? Actions { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
