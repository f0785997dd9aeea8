using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Teams;

/// <summary>
/// A message that is complete in itself and sent at once, while a better one is being made; that one then takes its place,
/// by one update at most. For conversations of Teams without streams: groups, channels, and wherever a stream was refused.
/// </summary>
public sealed partial class DraftedReply(ITurnContext turn, ILogger logger)
{
    private string _draft = "";
    private Task<ResourceResponse?>? _sending;

    /// <summary>The channel can put one message in the place of another.</summary>
    public static bool IsPossible(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.ChannelId == Channels.Msteams && activity.DeliveryMode != DeliveryModes.ExpectReplies;
    }

    /// <summary>
    /// Sends the draft, and the typing indicator after it, without waiting for the channel. Once begun it is seen through,
    /// though the turn be cancelled: nobody would know otherwise whether the message stands there.
    /// </summary>
    public void Begin(Activity draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        _draft = ActivityJson.Serialize(draft);
        _sending = SendAsync(draft);
    }

    /// <summary>
    /// Puts the whole message in the draft's place. When the channel does not take that, the draft stands: it is an answer,
    /// and one that somebody deleted is not wanted a second time.
    /// </summary>
    /// <returns>Null when there is no draft, so that the message is yet to be sent.</returns>
    public async Task<DraftedReplyEnd?> FinishAsync(Activity message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (_sending is null || await _sending is not { } sent)
        {
            return null;
        }

        string? id = sent.Id is { Length: > 0 } given ? given : null;
        if (ActivityJson.Serialize(message) == _draft)
        {
            return new DraftedReplyEnd(id, IsReplaced: true);
        }

        if (id is null)
        {
            LogWithoutId();
            return new DraftedReplyEnd(id, IsReplaced: false);
        }

        message.Id = id;
        try
        {
            await turn.UpdateActivityAsync(message, cancellationToken);
            return new DraftedReplyEnd(id, IsReplaced: true);
        }
        catch (ErrorResponseException refused)
        {
            LogDraftStands(refused.StatusCode, refused.Code);
            return new DraftedReplyEnd(id, IsReplaced: false);
        }
    }

    /// <summary>
    /// Null when the channel did not take it, or gave no answer: then nobody knows whether it stands there, and an answer
    /// that stands there twice is better than none.
    /// </summary>
    private async Task<ResourceResponse?> SendAsync(Activity draft)
    {
        ResourceResponse? sent;
        try
        {
            sent = await turn.SendActivityAsync(draft, CancellationToken.None);
        }
        catch (ErrorResponseException refused)
        {
            LogNoDraft(refused.StatusCode, refused.Code);
            return null;
        }

        await TypingIndicator.ShowAsync(turn, CancellationToken.None);
        return sent;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The channel did not take the draft of an answer ({Status} {Code}): the whole is sent when it is ready"
    )]
    private partial void LogNoDraft(HttpStatusCode? status, string? code);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The channel did not take the update of a draft ({Status} {Code}): the draft stands as the answer"
    )]
    private partial void LogDraftStands(HttpStatusCode? status, string? code);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The channel gave the draft of an answer no id: it cannot be updated and stands as the answer"
    )]
    private partial void LogWithoutId();
}
