namespace SummitBot.Bot.Activities;

/// <summary>The channel's id of what was sent; null when it gave none.</summary>
public sealed class ResourceResponse(string? id = null)
{
    public string? Id { get; set; } = id;
}
