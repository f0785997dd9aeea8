using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Teams;

/// <summary>
/// Streams a message: the typing indicator at once; then, unless the whole message is ready soon, a progress line, the
/// text so far (in Teams at most once a second), and the whole message. When a channel refuses this or does not answer
/// in time, one plain message is sent instead. Any other message that the turn sends, such as an apology, ends the
/// stream.
/// </summary>
public sealed class StreamedReply
{
    /// <summary>
    /// A message that is ready within this time is not streamed: Teams throttles parts that follow so closely.
    /// </summary>
    public static readonly TimeSpan QuickReply = TimeSpan.FromMilliseconds(500);

    /// <summary>Minimum time between two parts in Teams; our own pages accept every part.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>A channel that takes longer for one part will not accept the rest.</summary>
    public static readonly TimeSpan PieceLimit = TimeSpan.FromSeconds(5);

    /// <summary>Teams ends a stream after two minutes: shortly before, no more parts are sent.</summary>
    public static readonly TimeSpan MaxStreamTime = TimeSpan.FromSeconds(110);

    /// <summary>Longer ones are refused.</summary>
    private const int MaxInformativeLength = 1_000;

    private readonly ITurnContext _turn;
    private readonly TimeProvider _time;
    private readonly bool _isTeams;
    private readonly long _started;
    private Task _typing = Task.CompletedTask;
    private bool _isOpen;
    private string? _line;
    private string? _streamId;
    private int _sequence;
    private long? _lastPiece;
    private string? _heldBack;
    private string? _shown;

    /// <summary>Starts a reply to the turn's activity.</summary>
    public StreamedReply(ITurnContext turn, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(time);
        _turn = turn;
        _time = time;
        _isTeams = turn.Activity.ChannelId == Channels.Msteams;
        _started = time.GetTimestamp();
        _isOpen = CanStream(turn.Activity);
        turn.OnSendActivities(EndWithMessageAsync);
    }

    /// <summary>The channel accepts parts, so the reader sees the message grow.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>
    /// The text shown in the open stream, which in Teams must be the start of the whole message; null when there is no
    /// stream.
    /// </summary>
    public string? Shown => _isOpen ? _shown : null;

    /// <summary>
    /// How long until the withheld text may be shown; null when there is none, or when it will not be shown any more.
    /// </summary>
    public TimeSpan? HeldBackFor
    {
        get
        {
            if (!_isOpen || (_heldBack ?? _line) is null || _time.GetElapsedTime(_started) > MaxStreamTime)
            {
                return null;
            }

            TimeSpan rest =
                _lastPiece is { } last ? (_isTeams ? Pace - _time.GetElapsedTime(last) : TimeSpan.Zero)
                : _isTeams || _heldBack is null ? QuickReply - _time.GetElapsedTime(_started)
                : TimeSpan.Zero;
            return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
        }
    }

    /// <summary>Shows the typing indicator, without waiting for the channel.</summary>
    /// <param name="line">The progress line of a stream, if one is opened.</param>
    public void Begin(string line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        _line = line.Length <= MaxInformativeLength ? line : line[..MaxInformativeLength];
        _typing = TypingIndicator.ShowAsync(_turn, cancellationToken);
    }

    /// <summary>
    /// Shows the text so far. In Teams it is held back when the last part was shown less than a second ago.
    /// </summary>
    /// <param name="text">In Teams it starts with all text shown before; elsewhere it replaces that text.</param>
    public async Task ShowAsync(string text, CancellationToken cancellationToken)
    {
        _heldBack = string.IsNullOrEmpty(text) ? _heldBack : text;
        if (HeldBackFor == TimeSpan.Zero)
        {
            await ShowHeldBackAsync(cancellationToken);
        }
    }

    /// <summary>Shows the text or progress line that was held back, if any.</summary>
    public async Task ShowHeldBackAsync(CancellationToken cancellationToken)
    {
        if (HeldBackFor is null)
        {
            return;
        }

        string? line = _line;
        _line = null;
        _lastPiece = _time.GetTimestamp();
        if (_heldBack is { } text)
        {
            // A part may be delivered even if sending it is cancelled.
            (_shown, _heldBack) = (text, null);
            await SendPieceAsync(text, StreamInfo.Streaming, cancellationToken);
        }
        else if (line is not null)
        {
            await SendPieceAsync(line, StreamInfo.Informative, cancellationToken);
        }
    }

    /// <summary>Sends the whole message; null when the channel gave it no id.</summary>
    /// <exception cref="ErrorResponseException">The channel accepted it neither as the end of the stream nor as a
    /// message.</exception>
    public async Task<string?> FinishAsync(Activity message, CancellationToken cancellationToken)
    {
        string? stream = _isOpen ? _streamId : null;
        ResourceResponse? response = await _turn.SendActivityAsync(message, cancellationToken);
        return response?.Id is { Length: > 0 } id ? id : stream;
    }

    private static bool CanStream(Activity activity) =>
        activity.DeliveryMode != DeliveryModes.ExpectReplies
        && activity.ChannelId is Channels.Msteams or Channels.Directline or Channels.Webchat
        && activity.Conversation is { IsGroup: not true, ConversationType: null or ConversationTypes.Personal };

    private async Task SendPieceAsync(string text, string type, CancellationToken cancellationToken)
    {
        var piece = new Activity(ActivityTypes.Typing) { Text = text };
        Mark(piece, type, ++_sequence);
        using var limit = new CancellationTokenSource(PieceLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            ResourceResponse? response = await _turn.SendActivityAsync(piece, either.Token);
            _streamId ??= response?.Id is { Length: > 0 } id ? id : null;
            _isOpen = _streamId is not null;
        }
        catch (ErrorResponseException busy)
            when (busy.StatusCode == HttpStatusCode.TooManyRequests && _streamId is not null)
        {
            // This part is lost; the next one contains its text.
        }
        catch (ErrorResponseException)
        {
            _isOpen = false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _isOpen = false;
        }
    }

    private async Task<ResourceResponse[]> EndWithMessageAsync(
        ITurnContext turn,
        List<Activity> activities,
        Func<Task<ResourceResponse[]>> next
    )
    {
        if (activities is not [{ Type: ActivityTypes.Message } message])
        {
            return await next();
        }

        // An indicator that arrives after the message would stay visible. The wait is limited, so a slow channel delays
        // nothing.
        await Task.WhenAny(_typing, Task.Delay(Pace, _time));
        if (!_isOpen || _streamId is null)
        {
            return await next();
        }

        _isOpen = false;
        (IList<Entity>? entities, object? channelData) = (message.Entities, message.ChannelData);
        Mark(message, StreamInfo.Final, sequence: null);
        try
        {
            return await next();
        }
        catch (ErrorResponseException)
        {
            // The reader stopped the stream, or it took too long: the answer is still sent.
            (message.Entities, message.ChannelData) = (entities, channelData);
            return await next();
        }
    }

    /// <summary>Teams reads the entity, Web Chat the channel data.</summary>
    private void Mark(Activity activity, string type, int? sequence)
    {
        activity.Entities =
        [
            .. activity.Entities ?? [],
            new StreamInfo
            {
                StreamId = _streamId,
                StreamType = type,
                StreamSequence = sequence,
            },
        ];
        JObject data = activity.ChannelData is { } given ? ActivityJson.ToJObject(given) : [];
        data["streamType"] = type;
        if (_streamId is not null)
        {
            data["streamId"] = _streamId;
        }

        if (sequence is { } number)
        {
            data["streamSequence"] = number;
        }

        activity.ChannelData = data;
    }
}
