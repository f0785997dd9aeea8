using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Authentication.Callers;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Takes activities in: authenticates the caller before it reads anything, acknowledges the activity at once and leaves it
/// to the <see cref="TurnWorkers"/>, unless the caller waits for the response.
/// </summary>
internal sealed partial class MessagesReceiver(
    ChannelAuthentication authentication,
    RefusalLimit refusals,
    ActivityIntake intake,
    TurnWorkers workers,
    IOptions<BotOptions> options,
    ILogger<MessagesReceiver> logger
)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <param name="bot">The service that takes the turns.</param>
    public async Task<IResult> ReceiveAsync(HttpContext context, Type bot, CancellationToken cancellationToken)
    {
        CallerAuthentication authenticated = await authentication.AuthenticateCallerAsync(context, cancellationToken);
        if (authenticated.Caller is not { } caller)
        {
            return Refuse(context, authenticated);
        }

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

        authenticated = authentication.Authorize(caller, activity);
        if (authenticated.Caller is null)
        {
            return Refuse(context, authenticated);
        }

        AuthenticateRequestResult authorized = authentication.CreateResult(caller);
        return activity.Type == ActivityTypes.Invoke
            ? await InvokeAsync(context, new QueuedTurn(authorized, activity, bot), cancellationToken)
            : await AcceptAsync(context, authorized, activity, bot, cancellationToken);
    }

    private async Task<IResult> InvokeAsync(HttpContext context, QueuedTurn turn, CancellationToken cancellationToken)
    {
        InvokeResponse? response = await workers.TryRunNowAsync(turn, cancellationToken);
        return response is null ? TooBusy(context) : Result(response);
    }

    private async Task<IResult> AcceptAsync(
        HttpContext context,
        AuthenticateRequestResult caller,
        Activity activity,
        Type bot,
        CancellationToken cancellationToken
    )
    {
        TaskCompletionSource<InvokeResponse?>? reply =
            activity.DeliveryMode == DeliveryModes.ExpectReplies
                ? new(TaskCreationOptions.RunContinuationsAsynchronously)
                : null;
        switch (await intake.AcceptAsync(new QueuedTurn(caller, activity, bot, reply), cancellationToken))
        {
            case ActivityIntakeResult.Busy:
                LogTooBusy(logger);
                return TooBusy(context);
            case ActivityIntakeResult.Duplicate:
                LogDuplicate(logger, activity.Type);
                return reply is null ? TypedResults.Accepted((string?)null) : Result(NoReplies());
            default:
                return reply is null
                    ? TypedResults.Accepted((string?)null)
                    : Result(await reply.Task.WaitAsync(cancellationToken) ?? NoReplies());
        }
    }

    private static InvokeResponse NoReplies() =>
        new() { Status = StatusCodes.Status200OK, Body = new ExpectedReplies([]) };

    /// <summary>Invokes that nobody takes, and those that failed, have no body; a channel looks at the status.</summary>
    private static IResult Result(InvokeResponse response) =>
        response.Body is null
            ? TypedResults.StatusCode(response.Status)
            : TypedResults.Text(
                ActivityJson.Serialize(response.Body),
                MediaTypeNames.Application.Json,
                statusCode: response.Status
            );

    private static IResult TooBusy(HttpContext context)
    {
        AskToWait(context, RetryAfter);
        return TypedResults.Problem(
            "Too many activities wait already: send this one again in a moment.",
            statusCode: StatusCodes.Status429TooManyRequests
        );
    }

    private IResult Refuse(HttpContext context, CallerAuthentication refused)
    {
        if (refused.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            LogRefused(logger, refused.StatusCode, refused.Reason);
            AskToWait(context, RetryAfter);
            return TypedResults.Problem(
                "The token cannot be checked now: send the activity again in a moment.",
                statusCode: refused.StatusCode
            );
        }

        if (refusals.Count(context) is { } wait)
        {
            LogRefusedAgain(logger, refused.StatusCode, refused.Reason);
            AskToWait(context, wait);
            return TypedResults.Problem(
                "Too many requests without a right to come in: wait as long as Retry-After says.",
                statusCode: StatusCodes.Status429TooManyRequests
            );
        }

        LogRefused(logger, refused.StatusCode, refused.Reason);
        if (refused.StatusCode == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Problem(
                "Send the activity with a token of its channel, made for this bot.",
                statusCode: refused.StatusCode
            );
        }

        return TypedResults.Problem("This caller may not send activities to this bot.", statusCode: refused.StatusCode);
    }

    private static void AskToWait(HttpContext context, TimeSpan wait) =>
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A request without a proper activity: {Status}, {Problem}")]
    private static partial void LogMalformed(ILogger logger, int status, string? problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused with {Status}: {Reason}")]
    private static partial void LogRefused(ILogger logger, int status, string? reason);

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "One more activity of the same address was refused, in place of {Status} with 429: {Reason}"
    )]
    private static partial void LogRefusedAgain(ILogger logger, int status, string? reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A second delivery of the same {Type} was dropped")]
    private static partial void LogDuplicate(ILogger logger, string? type);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "An activity was refused with 429: the queue is full, or the host stops"
    )]
    private static partial void LogTooBusy(ILogger logger);
}
