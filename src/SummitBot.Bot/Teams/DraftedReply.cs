using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Teams;

/// <summary>
/// Sends a complete first version of a message at once while a better one is prepared, then replaces it by at most one
/// update. For Teams conversations without streaming: groups, channels, and wherever a stream was refused.
/// </summary>
public sealed partial class DraftedReply(ITurnContext turn, ILogger logger)
{
    private string _draft = "";
    private Task<ResourceResponse?>? _sending;

    /// <summary>True when the channel can update a message.</summary>
    public static bool IsPossible(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.ChannelId == Channels.Msteams && activity.DeliveryMode != DeliveryModes.ExpectReplies;
    }

    /// <summary>
    /// Sends the draft and then the typing indicator, without waiting for the channel. A started send finishes even if
    /// the turn is cancelled; otherwise it would be unknown whether the message was delivered.
    /// </summary>
    public void Begin(Activity draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        _draft = ActivityJson.Serialize(draft);
        _sending = SendAsync(draft);
    }

    /// <summary>
    /// Replaces the draft with the whole message. When the channel refuses the update, the draft stays as the answer;
    /// if the user deleted it, it is not sent again.
    /// </summary>
    /// <returns>Null when there is no draft, so that the message must still be sent.</returns>
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
            LogUpdateRefused(refused.StatusCode, refused.Code);
            return new DraftedReplyEnd(id, IsReplaced: false);
        }
    }

    /// <summary>
    /// Null when the channel refused it or did not answer. In the second case the message may have been delivered, and
    /// a duplicate answer is better than none.
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
    private partial void LogUpdateRefused(HttpStatusCode? status, string? code);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The channel gave the draft of an answer no id: it cannot be updated and stands as the answer"
    )]
    private partial void LogWithoutId();
}

/// <summary>The result of a <see cref="DraftedReply"/>.</summary>
/// <param name="Id">The channel's id of the message; null when it gave none.</param>
/// <param name="IsReplaced">True when the message now has the whole text; false when it still is the draft.</param>
public sealed record DraftedReplyEnd(string? Id, bool IsReplaced);
