using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Bot.Activities;

/// <summary>Somebody on a channel, a person or a bot.</summary>
[method: JsonConstructor]
public sealed class ChannelAccount()
{
    public ChannelAccount(string? id, string? name = null, string? role = null, string? aadObjectId = null)
        : this()
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>Of the account in Microsoft Entra.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string? Role { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
