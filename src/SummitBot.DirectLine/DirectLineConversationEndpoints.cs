using System.Globalization;
using System.Net.Mime;
using System.Net.WebSockets;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Hosting;
using SummitBot.DirectLine.Live;
using SummitBot.DirectLine.Receiving;
using SummitBot.DirectLine.Settings;
using SummitBot.DirectLine.Tokens;
using SummitBot.Hosting;
using SummitBot.Hosting.Activities;

namespace SummitBot.DirectLine;

/// <summary>The endpoints of a conversation: start, reconnect, send, poll, stream.</summary>
internal sealed class DirectLineConversationEndpoints(
    DirectLineAuthentication authentication,
    DirectLineTokens tokens,
    DirectLineLimits limits,
    VisitorActivities visitors,
    IActivityLog log,
    LiveConversations live,
    ActivityStream stream,
    IOptions<DirectLineOptions> options,
    IOptions<SummitBotOptions> host
)
{
    private const int MaxActivitiesPerPoll = 200;

    /// <summary>Interval of the socket's pings; a client that does not answer is disconnected.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    /// <summary><c>POST conversations</c>: 201 for a new conversation, 200 for an existing one.</summary>
    public async Task<IResult> StartAsync(HttpContext context)
    {
        CancellationToken cancelled = context.RequestAborted;
        if (await TokenRequestReader.ReadAsync(context.Request, cancelled) is not { } request)
        {
            return DirectLineErrors.BadActivity(
                StatusCodes.Status400BadRequest,
                "The body must be empty or a JSON object with a user and a locale."
            );
        }

        DirectLineToken? token;
        if (authentication.HasSecret(context))
        {
            if (request.Problem is { } problem)
            {
                return DirectLineErrors.BadActivity(StatusCodes.Status400BadRequest, problem);
            }

            token = request.ForNewConversation();
        }
        else
        {
            (token, IResult? refusal) = await authentication.ReadTokenAsync(context);
            if (token is null)
            {
                return refusal!;
            }
        }

        bool isNew = await visitors.StartAsync(token, request.Locale, cancelled);
        return !isNew && await log.FindAsync(token.Conversation, cancelled) is null or { IsEnded: true }
            ? DirectLineErrors.NoConversation()
            : await AnswerAsync(context, token, 0, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary><c>GET conversations/{id}?watermark=</c>: reconnects to a conversation.</summary>
    public async Task<IResult> ReconnectAsync(HttpContext context, string id, string? watermark)
    {
        (DirectLineToken? token, IResult? refusal) = await FindAsync(context, id);
        return token is null
            ? refusal!
            : await AnswerAsync(context, token, ActivitySet.ParseWatermark(watermark), StatusCodes.Status200OK);
    }

    /// <summary>
    /// <c>POST conversations/{id}/activities</c>: responds once the activity is stored, without waiting for the bot.
    /// </summary>
    public async Task<IResult> SendAsync(HttpContext context, string id)
    {
        (DirectLineToken? token, IResult? refusal) = await FindAsync(context, id);
        if (token is null)
        {
            return refusal!;
        }

        if (await limits.WaitForActivityAsync(context, token.User) is { } wait)
        {
            return DirectLineErrors.TooMany(context, wait);
        }

        ActivityReading reading = await ActivityReader.ReadAsync(
            context.Request,
            options.Value.MaxBodyBytes,
            ChannelAddress.FindProblem,
            context.RequestAborted
        );
        if (reading.Activity is not { } activity)
        {
            return DirectLineErrors.BadActivity(reading.StatusCode, reading.Problem);
        }

        string address = NetworkAddress.From(context);
        (string? accepted, TimeSpan retryAfter) = await visitors.AcceptAsync(
            activity,
            token,
            address,
            context.RequestAborted
        );
        return accepted is not null
            ? TypedResults.Text(ActivityJson.Serialize(new ResourceResponse(accepted)), MediaTypeNames.Application.Json)
            : DirectLineErrors.TooMany(context, retryAfter);
    }

    /// <summary>
    /// <c>GET conversations/{id}/activities?watermark=</c>: the activities stored after the watermark.
    /// </summary>
    public async Task<IResult> PollAsync(HttpContext context, string id, string? watermark)
    {
        (DirectLineToken? token, IResult? refusal) = await FindAsync(context, id);
        if (token is null)
        {
            return refusal!;
        }

        long after = ActivitySet.ParseWatermark(watermark);
        IReadOnlyList<LoggedActivity> activities = await log.ReadAsync(
            id,
            after,
            MaxActivitiesPerPoll,
            context.RequestAborted
        );
        long last = activities.Count > 0 ? activities[^1].Number : after;
        return TypedResults.Text(ActivitySet.Serialize(activities, last), MediaTypeNames.Application.Json);
    }

    /// <summary><c>POST conversations/{id}/upload</c></summary>
    public async Task<IResult> UploadAsync(HttpContext context, string id)
    {
        (DirectLineToken? token, IResult? refusal) = await FindAsync(context, id);
        return token is null ? refusal! : DirectLineErrors.NoUploads();
    }

    /// <summary>
    /// <c>GET session/getsessionid</c>: clients call this before they sign users in, which is not supported here.
    /// </summary>
    public async Task<IResult> GetSessionIdAsync(HttpContext context)
    {
        (DirectLineToken? token, IResult? refusal) = await authentication.ReadTokenAsync(context);
        return token is null ? refusal! : TypedResults.Text("{}", MediaTypeNames.Application.Json);
    }

    /// <summary><c>GET conversations/{id}/stream?watermark=&amp;t=</c>: the WebSocket.</summary>
    public async Task<IResult> StreamAsync(HttpContext context, string id, string? watermark, string? t)
    {
        CancellationToken cancelled = context.RequestAborted;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return DirectLineErrors.NoSocket();
        }

        if (t is null || await tokens.ReadAsync(t, TokenUse.Stream, TimeSpan.Zero, cancelled) is not { } token)
        {
            return DirectLineErrors.BadToken();
        }

        if (token.Conversation != id)
        {
            return DirectLineErrors.OtherConversation();
        }

        if (!authentication.MayUse(context, token))
        {
            return DirectLineErrors.BadOrigin();
        }

        if (await log.FindAsync(id, cancelled) is not { IsEnded: false } conversation)
        {
            return DirectLineErrors.NoConversation();
        }

        using RateLimitLease place = limits.AcquireSocket(context);
        using LiveListener? listener = place.IsAcquired
            ? live.TryListen(id, conversation.LastNumber, options.Value.MaxSockets)
            : null;
        if (listener is null)
        {
            return DirectLineErrors.TooMany(context, KeepAlive);
        }

        var accepting = new WebSocketAcceptContext { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive };
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(accepting);
        await stream.RunAsync(socket, listener, id, ActivitySet.ParseWatermark(watermark), cancelled);
        return TypedResults.Empty;
    }

    private async Task<(DirectLineToken? Token, IResult? Refusal)> FindAsync(HttpContext context, string id)
    {
        (DirectLineToken? token, IResult? refusal) = await authentication.ReadTokenAsync(context, id);
        if (token is null)
        {
            return (null, refusal);
        }

        return await log.FindAsync(id, context.RequestAborted) is { IsEnded: false }
            ? (token, null)
            : (null, DirectLineErrors.NoConversation());
    }

    /// <summary>With a new token, which replaces the client's.</summary>
    private async Task<IResult> AnswerAsync(HttpContext context, DirectLineToken token, long after, int statusCode)
    {
        CancellationToken cancelled = context.RequestAborted;
        string id = token.Conversation;
        string fresh = await tokens.CreateAsync(token, TokenUse.Conversation, cancelled);
        string ticket = await tokens.CreateAsync(token, TokenUse.Stream, cancelled);
        string address = string.Create(
            CultureInfo.InvariantCulture,
            $"{SocketBase(context.Request)}/v3/directline/conversations/{id}/stream?watermark={after}&t={ticket}"
        );
        return TypedResults.Json(
            new ConversationBody(id, fresh, (int)tokens.Lifetime.TotalSeconds, address),
            DirectLineJson.Default.ConversationBody,
            statusCode: statusCode
        );
    }

    /// <summary>Behind a proxy that terminates https, the public address tells the scheme.</summary>
    private string SocketBase(HttpRequest request)
    {
        bool isSecure =
            request.IsHttps
            || (
                Uri.TryCreate(host.Value.PublicUrl, UriKind.Absolute, out Uri? url)
                && url.Scheme == Uri.UriSchemeHttps
                && url.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            );
        return $"{(isSecure ? "wss" : "ws")}://{request.Host.Value}{request.PathBase}";
    }
}

/// <summary>A conversation as sent to its client.</summary>
/// <param name="ExpiresIn">Lifetime of the token in seconds.</param>
/// <param name="StreamUrl">Address of its stream, valid for a minute; null when only a token was requested.</param>
internal sealed record ConversationBody(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null
);
