using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Connector;
using SummitBot.Bot.Connector.Sending;
using SummitBot.Core.Telemetry;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// The SDK's adapter, with every <see cref="IMiddleware"/> of the container, for turns that were accepted before. What goes
/// to a channel in this host goes there directly.
/// </summary>
public sealed class HardenedCloudAdapter : CloudAdapter
{
    private readonly IReadOnlyList<IHostedChannel> _channels;

    public HardenedCloudAdapter(
        ChannelAuthentication authentication,
        IEnumerable<IHostedChannel> channels,
        IEnumerable<IMiddleware> middleware,
        ILogger<HardenedCloudAdapter> logger
    )
        // Without the SDK's logging, which names ids in every turn.
        : base(authentication)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _channels = [.. channels];
        OnTurnError = (turn, exception) => TurnFailure.ReportAsync(turn, exception, logger);
        Use(new HostCultureMiddleware());
        foreach (IMiddleware part in middleware)
        {
            Use(part);
        }

        Use(new MessageSizeMiddleware());
    }

    /// <summary>Runs a turn for a caller that was authenticated.</summary>
    /// <param name="delivery">What lets each thing be sent once, for a turn that may run again; else null.</param>
    /// <returns>The answer to an invoke, or to an activity that expects its replies in the response; otherwise null.</returns>
    public Task<InvokeResponse?> RunTurnAsync(
        AuthenticateRequestResult caller,
        Activity activity,
        BotCallbackHandler callback,
        TurnDelivery? delivery,
        CancellationToken cancellationToken
    )
    {
        return ProcessActivityAsync(caller, activity, delivery is null ? callback : CallAsync, cancellationToken)!;

        Task CallAsync(ITurnContext turn, CancellationToken token)
        {
            turn.TurnState.Add(delivery);
            return callback(turn, token);
        }
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (int i = 0; i < activities.Length; i++)
        {
            responses[i] = await SendAsync(turnContext, activities[i], cancellationToken);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        return FindChannel(activity.ServiceUrl) is { } channel
            ? channel.UpdateAsync(activity, cancellationToken)
            : base.UpdateActivityAsync(turnContext, activity, cancellationToken);
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        return FindChannel(reference.ServiceUrl) is { } channel
            ? channel.DeleteAsync(reference, cancellationToken)
            : base.DeleteActivityAsync(turnContext, reference, cancellationToken);
    }

    private async Task<ResourceResponse> SendAsync(
        ITurnContext turn,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        using var step = AnswerStep.Start("send");
        bool isForAdapter =
            activity.Type is ActivityTypesEx.InvokeResponse or ActivityTypesEx.Delay or ActivityTypes.Trace;
        // Typing and the pieces of a stream may well be seen twice.
        TurnDelivery? delivery = isForAdapter || activity.Type == ActivityTypes.Typing ? null : TurnDelivery.Find(turn);
        if (!isForAdapter && FindChannel(activity.ServiceUrl) is { } channel)
        {
            return await channel.SendAsync(activity, delivery?.CreateName(), cancellationToken);
        }

        ConnectorCall.SetTransient(activity);
        return delivery is null ? await PassAsync() : await delivery.SendOnceAsync(PassAsync, cancellationToken);

        async Task<ResourceResponse> PassAsync() =>
            (await base.SendActivitiesAsync(turn, [activity], cancellationToken))[0];
    }

    private IHostedChannel? FindChannel(string? serviceUrl) => _channels.FirstOrDefault(c => c.Owns(serviceUrl));
}
