using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Hosting;
using SummitBot.DirectLine.Live;
using SummitBot.DirectLine.Settings;
using SummitBot.DirectLine.Tokens;
using SummitBot.Hosting.Activities;
using SummitBot.Hosting.Hosts;

namespace SummitBot.DirectLine.Receiving;

/// <summary>
/// Accepts visitors' activities: stores each, echoes it to all listeners, and passes it to the bot. A repeated activity
/// is stored and answered once, even when the first delivery was interrupted.
/// </summary>
internal sealed partial class VisitorActivities(
    IActivityLog log,
    LiveConversations live,
    ActivityIntake intake,
    StopRequests stops,
    DirectLineLimits limits,
    ISharedClock clock,
    ILogger<VisitorActivities> logger
)
{
    private const int RepliesLookedAt = 100;

    private static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(2);

    /// <summary>Starts the conversation; false when it had already started. The bot welcomes a new visitor.</summary>
    public async Task<bool> StartAsync(DirectLineToken token, string? locale, CancellationToken cancellationToken)
    {
        bool isNew = await log.TryStartAsync(token.Conversation, token.User, cancellationToken);
        // An interrupted start is repeated, and the visitor has not been welcomed yet.
        if (!isNew && await log.FindAsync(token.Conversation, cancellationToken) is null or { LastNumber: > 0 })
        {
            return false;
        }

        var arrival = new Activity(ActivityTypes.ConversationUpdate) { Locale = locale };
        ChannelAddress.Stamp(arrival, token, clock.GetUtcNow());
        arrival.Id = null; // Nobody has seen this activity, so no reply may refer to it.
        arrival.MembersAdded = [arrival.From!, ChannelAddress.CreateBot()];
        arrival.ServiceUrl = ChannelAddress.ServiceUrl;
        ClaimsIdentity identity = CreateIdentity(token.User, token);
        if (await intake.AcceptAsync(identity, arrival, cancellationToken) == ActivityIntakeResult.Busy)
        {
            LogNotWelcomed(logger);
        }

        return isNew;
    }

    /// <summary>The id of the activity; null when the client must send it again after the wait.</summary>
    /// <param name="address">The sender's address, from <see cref="NetworkAddress"/>.</param>
    public async Task<(string? Id, TimeSpan Wait)> AcceptAsync(
        Activity activity,
        DirectLineToken token,
        string address,
        CancellationToken cancellationToken
    )
    {
        string? clientId = ChannelAddress.ReadClientActivityId(activity);
        ChannelAddress.Stamp(activity, token, clock.GetUtcNow());
        if (activity.Type == ActivityTypes.Typing)
        {
            return (activity.Id, TimeSpan.Zero);
        }

        if (activity is { Type: ActivityTypes.Event, Name: StopRequests.EventName })
        {
            // Not queued: it would wait for the answer that it stops.
            stops.Stop(token.Conversation, activity.ReplyToId ?? "");
            return (activity.Id, TimeSpan.Zero);
        }

        VisitorContent.Trim(activity);
        activity.ReplyToId ??= WebChatFeedback.ReadAnswerId(activity);
        var echo = new LoggedActivity(activity.Id!, ActivityJson.Serialize(activity)) { ClientActivityId = clientId };
        if (
            await limits.WaitForStorageAsync(
                address,
                echo.Json.Length,
                activity.Type == ActivityTypes.Message,
                cancellationToken
            ) is
            { } wait
        )
        {
            return (null, wait);
        }

        LoggedActivity kept = await log.AppendAsync(token.Conversation, echo, cancellationToken);
        live.Kept(token.Conversation, kept.Number);
        if (activity.Type == ActivityTypes.EndOfConversation)
        {
            await log.EndAsync(token.Conversation, cancellationToken);
            live.End(token.Conversation);
            return (kept.Id, TimeSpan.Zero);
        }

        bool isDuplicate = kept.Id != activity.Id;
        activity.Id = kept.Id;
        activity.ServiceUrl = ChannelAddress.ServiceUrl;
        if (isDuplicate && await IsAnsweredAsync(token.Conversation, kept, cancellationToken))
        {
            return (kept.Id, TimeSpan.Zero);
        }

        ClaimsIdentity identity = CreateIdentity(token.IsNamed ? token.User : address, token);
        switch (await intake.AcceptAsync(identity, activity, cancellationToken))
        {
            case ActivityIntakeResult.Busy:
                return (null, BusyWait);
            case ActivityIntakeResult.Accepted:
                ShowTyping(activity);
                break;
        }

        return (kept.Id, TimeSpan.Zero);
    }

    /// <summary>Shows at once that the question was received, even when other turns are waiting.</summary>
    private void ShowTyping(Activity question)
    {
        if (question.Type != ActivityTypes.Message)
        {
            return;
        }

        var typing = new Activity(ActivityTypes.Typing)
        {
            Id = RandomId.New(),
            ChannelId = Channels.Directline,
            Conversation = new ConversationAccount { Id = question.Conversation!.Id },
            From = ChannelAddress.CreateBot(),
            ReplyToId = question.Id,
            Timestamp = clock.GetUtcNow(),
        };
        live.Show(typing.Conversation.Id!, ActivityJson.Serialize(typing));
    }

    /// <summary>After a restart, only the log knows whether the first delivery was processed.</summary>
    private async Task<bool> IsAnsweredAsync(
        string conversation,
        LoggedActivity question,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<LoggedActivity> later = await log.ReadAsync(
            conversation,
            question.Number,
            RepliesLookedAt,
            cancellationToken
        );
        return later.Any(a => ActivityJson.Deserialize<Activity>(a.Json)?.ReplyToId == question.Id);
    }

    private static ClaimsIdentity CreateIdentity(string caller, DirectLineToken token) =>
        TurnCaller.CreateIdentity(caller, "DirectLine", token.Groups);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A visitor was not welcomed: too many turns wait")]
    private static partial void LogNotWelcomed(ILogger logger);
}
