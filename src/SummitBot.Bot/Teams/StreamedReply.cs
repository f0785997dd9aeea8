using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Teams;

/// <summary>
/// A message that grows while the reader watches: the typing indicator at once, then, unless the whole is there soon, a line
/// that says what is being done, the text so far (in Teams at most once a second), and the whole. Where a channel refuses
/// that, or does not answer in time, it becomes one plain message. Whatever message the turn sends next ends the stream, an
/// apology too.
/// </summary>
public sealed class StreamedReply
{
    /// <summary>A message that is there within this time needs no stream: Teams throttles pieces that follow so closely.</summary>
    public static readonly TimeSpan QuickReply = TimeSpan.FromMilliseconds(500);

    /// <summary>The shortest time between two pieces in Teams; pages of our own take every piece.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>A channel that takes longer for one piece will not take the rest.</summary>
    public static readonly TimeSpan PieceLimit = TimeSpan.FromSeconds(5);

    /// <summary>Teams ends a stream after two minutes: no pieces are sent when that comes near.</summary>
    public static readonly TimeSpan LongestStream = TimeSpan.FromSeconds(110);

    /// <summary>Longer ones are refused.</summary>
    private const int LongestInformative = 1_000;

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

    /// <summary>Opens a reply to the turn's activity.</summary>
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

    /// <summary>The channel takes pieces: the reader sees how the message grows.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>
    /// The text that the reader sees of the open stream, which in Teams the whole message must begin with; null while there
    /// is none.
    /// </summary>
    public string? Shown => _isOpen ? _shown : null;

    /// <summary>How long what is held back has to wait still; null when nothing is, or it will not be shown any more.</summary>
    public TimeSpan? HeldBackFor
    {
        get
        {
            if (!_isOpen || (_heldBack ?? _line) is null || _time.GetElapsedTime(_started) > LongestStream)
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
    /// <param name="line">What a stream says first, when it comes to one.</param>
    public void Begin(string line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        _line = line.Length <= LongestInformative ? line : line[..LongestInformative];
        _typing = TypingIndicator.ShowAsync(_turn, cancellationToken);
    }

    /// <summary>Shows the text so far; in Teams it is held back when the last piece was shown less than a second ago.</summary>
    /// <param name="text">In Teams it begins with all text that was shown before; elsewhere it takes that one's place.</param>
    public async Task ShowAsync(string text, CancellationToken cancellationToken)
    {
        _heldBack = string.IsNullOrEmpty(text) ? _heldBack : text;
        if (HeldBackFor == TimeSpan.Zero)
        {
            await ShowHeldBackAsync(cancellationToken);
        }
    }

    /// <summary>Shows what was held back, the text or the first line; when there is nothing, nothing.</summary>
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
            // A piece whose sending is broken off may be seen all the same.
            (_shown, _heldBack) = (text, null);
            await SendPieceAsync(text, StreamInfo.Streaming, cancellationToken);
        }
        else if (line is not null)
        {
            await SendPieceAsync(line, StreamInfo.Informative, cancellationToken);
        }
    }

    /// <summary>Sends the whole message; null when the channel gave it no id.</summary>
    /// <exception cref="ErrorResponseException">The channel took it neither as the end of the stream nor as a message.</exception>
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
            // This piece is lost, the next one holds its text.
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

        // An indicator that arrives after the message would stay there; one that the channel does not take holds up nothing.
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
            // The reader has stopped the stream, or it took too long: the answer is due all the same.
            (message.Entities, message.ChannelData) = (entities, channelData);
            return await next();
        }
    }

    /// <summary>Teams looks for the entity, Web Chat for the channel data.</summary>
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
