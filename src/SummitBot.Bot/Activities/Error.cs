namespace SummitBot.Bot.Activities;

/// <summary>What a channel says of a request that it refused.</summary>
public sealed class Error(string? code = null, string? message = null)
{
    public string? Code { get; set; } = code;

    public string? Message { get; set; } = message;
}
