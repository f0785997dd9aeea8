using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Connector;
using SummitBot.Bot.Turns;

namespace SummitBot.Bot.Hosting;

/// <summary>Joins the bot to channels of the Bot Framework: what it sends goes to the activity's service address, or, where
/// the sender asked for that, into the response.</summary>
public sealed partial class CloudAdapter : BotAdapter
{
    private const string RepliesKey = "CloudAdapter.ExpectedReplies";

    private readonly IConnectorClient _connector;
    private readonly ILogger<CloudAdapter> _logger;

    public CloudAdapter(IConnectorClient connector, ILogger<CloudAdapter> logger)
    {
        _connector = connector;
        _logger = logger;
        OnTurnError = (turn, exception) => TurnFailure.TellAsync(turn, exception, logger);
    }

    public override async Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity,
        Activity activity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Set<object>(BotIdentityKey, claimsIdentity);
        bool expectsReplies = activity.DeliveryMode == DeliveryModes.ExpectReplies;
        var replies = new List<Activity>();
        if (expectsReplies)
        {
            turn.TurnState.Set<object>(RepliesKey, replies);
        }

        await RunPipelineAsync(turn, callback, cancellationToken);
        var answer = turn.TurnState.Get<Activity>(InvokeReply.Key)?.Value as InvokeResponse;
        return expectsReplies
            ? new InvokeResponse
            {
                Status = answer?.Status ?? (int)HttpStatusCode.OK,
                Body = new ExpectedReplies(replies) { Body = answer?.Body },
            }
            : answer;
    }

    public override Task ContinueConversationAsync(
        string botId,
        ConversationReference reference,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        var identity = new ClaimsIdentity([new Claim("aud", botId), new Claim("appid", botId)]);
        return ProcessActivityAsync(identity, reference.GetContinuationActivity(), callback, cancellationToken);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (int i = 0; i < activities.Length; i++)
        {
            responses[i] = await SendAsync(turnContext, activities[i], cancellationToken);
        }

        return responses;
    }

    public override async Task<ResourceResponse?> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        return ResponseOf(await _connector.UpdateActivityAsync(activity, cancellationToken), activity);
    }

    public override async Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    )
    {
        ConnectorResult result = await _connector.DeleteActivityAsync(reference, cancellationToken);
        ThrowIfRefused(result, "deletion");
    }

    private async Task<ResourceResponse> SendAsync(ITurnContext turn, Activity activity, CancellationToken token)
    {
        if (activity.Type == ActivityTypes.InvokeResponse)
        {
            turn.TurnState.Set<object>(InvokeReply.Key, activity);
            return new ResourceResponse();
        }

        if (activity.Type == ActivityTypes.Trace && activity.ChannelId != Channels.Emulator)
        {
            return new ResourceResponse();
        }

        if (turn.TurnState.Get<List<Activity>>(RepliesKey) is { } replies)
        {
            activity.Id ??= Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
            replies.Add(MessageSize.Fit(activity));
            return new ResourceResponse(activity.Id);
        }

        ConnectorResult result = string.IsNullOrEmpty(activity.ReplyToId)
            ? await _connector.SendToConversationAsync(activity, token)
            : await _connector.ReplyToActivityAsync(activity, token);
        return ResponseOf(result, activity);
    }

    private ResourceResponse ResponseOf(ConnectorResult result, Activity activity)
    {
        ThrowIfRefused(result, activity.Type ?? "activity");
        return new ResourceResponse(result.Id);
    }

    private void ThrowIfRefused(ConnectorResult result, string what)
    {
        if (result.IsSuccess)
        {
            return;
        }

        LogRefused(_logger, what, result.StatusCode, result.Error?.Error?.Code);
        throw new ErrorResponseException(
            $"The channel did not take a {what}: {result.StatusCode?.ToString() ?? "no answer"}."
        )
        {
            StatusCode = result.StatusCode,
            Body = result.Error,
        };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The channel did not take a {What}: {Status} {Code}")]
    private static partial void LogRefused(ILogger logger, string what, HttpStatusCode? status, string? code);
}
