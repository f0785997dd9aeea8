using System.Diagnostics;
using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Newtonsoft.Json;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Authentication.Callers;
using BotActivity = Microsoft.Bot.Schema.Activity;

namespace SummitBot.Bot.Hosting;

/// <summary>A turn as text: the activity, who brought it, and the bot that takes it. It holds no token.</summary>
internal sealed record TurnPayload
{
    public required string Activity { get; init; }

    public required string Bot { get; init; }

    /// <summary>The trace of the request that brought it, as W3C's <c>traceparent</c>; null without one.</summary>
    public string? TraceParent { get; init; }

    public required string Audience { get; init; }

    public string? CallerId { get; init; }

    public string? AuthenticationType { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Claims { get; init; }

    public static string Write(QueuedTurn turn) =>
        JsonConvert.SerializeObject(
            new TurnPayload
            {
                Activity = ActivityJson.Serialize(turn.Activity),
                Bot = turn.Bot.AssemblyQualifiedName!,
                TraceParent = System.Diagnostics.Activity.Current?.Id,
                Audience = turn.Caller.Audience,
                CallerId = turn.Caller.CallerId,
                AuthenticationType = turn.Caller.ClaimsIdentity.AuthenticationType,
                Claims = [.. turn.Caller.ClaimsIdentity.Claims.Select(c => KeyValuePair.Create(c.Type, c.Value))],
            }
        );

    /// <summary>Null when this host cannot run it: it was written by another version, or is for a bot that is not here.</summary>
    public static QueuedTurn? Read(string payload, ChannelAuthentication authentication)
    {
        try
        {
            TurnPayload read = JsonConvert.DeserializeObject<TurnPayload>(payload)!;
            var identity = new ClaimsIdentity(
                read.Claims.Select(c => new Claim(c.Key, c.Value)),
                read.AuthenticationType
            );
            AuthenticateRequestResult caller = authentication.CreateResult(
                new AuthenticatedCaller(identity, read.Audience, read.CallerId)
            );
            return
                Type.GetType(read.Bot) is { } bot
                && ActivityJson.Deserialize<BotActivity>(read.Activity) is { } activity
                ? new QueuedTurn(caller, activity, bot)
                {
                    Origin = ActivityContext.TryParse(read.TraceParent, null, out ActivityContext origin)
                        ? origin
                        : default,
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
