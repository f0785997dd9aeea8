using System.Net.Mime;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Authentication;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Takes activities in: reads and authenticates them, acknowledges them at once and leaves them to the
/// <see cref="TurnWorkers"/>, unless the caller waits for the response.
/// </summary>
internal sealed partial class MessagesReceiver(
    IActivityAuthenticator authenticator,
    RecentActivities recent,
    TurnWorkers workers,
    IOptions<BotOptions> options,
    ILogger<MessagesReceiver> logger
)
{
    private const int RetryAfterSeconds = 2;

    public async Task<IResult> ReceiveAsync(HttpContext context, CancellationToken cancellationToken)
    {
        ActivityReading reading = await ActivityReader.ReadAsync(
            context.Request,
            options.Value.MaxBodyBytes,
            cancellationToken
        );
        if (reading.Activity is not { } activity)
        {
            LogMalformed(logger, reading.StatusCode, reading.Problem);
            return TypedResults.Problem(reading.Problem, statusCode: reading.StatusCode);
        }

        ActivityAuthentication caller = await authenticator.AuthenticateAsync(context, activity, cancellationToken);
        if (caller.Identity is not { } identity)
        {
            LogRefused(logger, caller.StatusCode, caller.Reason);
            return Refuse(context, caller.StatusCode);
        }

        return activity.Type == ActivityTypes.Invoke
            ? await InvokeAsync(context, identity, activity, cancellationToken)
            : await AcceptAsync(context, identity, activity, cancellationToken);
    }

    private async Task<IResult> InvokeAsync(
        HttpContext context,
        ClaimsIdentity identity,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        InvokeResponse? response = await workers.TryRunNowAsync(new QueuedTurn(identity, activity), cancellationToken);
        return response is null ? TooBusy(context) : Result(response);
    }

    private async Task<IResult> AcceptAsync(
        HttpContext context,
        ClaimsIdentity identity,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        bool expectsReplies = activity.DeliveryMode == DeliveryModes.ExpectReplies;
        if (!recent.TryAdd(activity))
        {
            LogDuplicate(logger, activity.Type);
            return expectsReplies ? Result(Replies([])) : TypedResults.Accepted((string?)null);
        }

        TaskCompletionSource<InvokeResponse?>? reply = expectsReplies
            ? new(TaskCreationOptions.RunContinuationsAsynchronously)
            : null;
        if (!workers.TryAccept(new QueuedTurn(identity, activity, reply)))
        {
            recent.Remove(activity);
            LogTooBusy(logger);
            return TooBusy(context);
        }

        return reply is null
            ? TypedResults.Accepted((string?)null)
            : Result(await reply.Task.WaitAsync(cancellationToken) ?? Replies([]));
    }

    private static InvokeResponse Replies(IList<Activity> activities) =>
        new() { Status = StatusCodes.Status200OK, Body = new ExpectedReplies(activities) };

    /// <summary>Invokes that nobody takes, and those that failed, have no body; a channel looks at the status.</summary>
    private static IResult Result(InvokeResponse response) =>
        response.Body is null
            ? TypedResults.StatusCode(response.Status)
            : TypedResults.Text(
                ActivityJson.SerializeBody(response.Body),
                MediaTypeNames.Application.Json,
                statusCode: response.Status
            );

    private static IResult TooBusy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        return TypedResults.Problem(
            "Too many activities wait already: send this one again in a moment.",
            statusCode: StatusCodes.Status429TooManyRequests
        );
    }

    private static IResult Refuse(HttpContext context, int statusCode)
    {
        if (statusCode == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (statusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            );
        }

        string problem = statusCode switch
        {
            StatusCodes.Status401Unauthorized => "Send the activity with a token of its channel, made for this bot.",
            StatusCodes.Status503ServiceUnavailable =>
                "The token cannot be checked now: send the activity again in a moment.",
            _ => "This caller may not send activities to this bot.",
        };
        return TypedResults.Problem(problem, statusCode: statusCode);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A request without a proper activity: {Status}, {Problem}")]
    private static partial void LogMalformed(ILogger logger, int status, string? problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused with {Status}: {Reason}")]
    private static partial void LogRefused(ILogger logger, int status, string? reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A second delivery of the same {Type} was dropped")]
    private static partial void LogDuplicate(ILogger logger, string? type);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "An activity was refused with 429: the queue is full, or the host stops"
    )]
    private static partial void LogTooBusy(ILogger logger);
}
