using System.Text.Json.Nodes;

namespace SummitBot.TeamsSimulator;

/// <summary>The channel's response to a request of the bot.</summary>
/// <param name="Body">Null for none.</param>
public sealed record ChannelAnswer(int Status, JsonObject? Body = null)
{
    public bool IsTaken => Status < 300;

    /// <summary>Seconds for the header Retry-After; null for no such header.</summary>
    public int? RetryAfter { get; init; }

    public static ChannelAnswer Created(string id) => new(201, new JsonObject { ["id"] = id });

    public static ChannelAnswer Accepted() => new(202);

    public static ChannelAnswer Refused(int status, string code, string message) =>
        new(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
            }
        );
}
