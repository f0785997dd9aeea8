using System.Net;
using System.Text.Json.Nodes;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Turns;

namespace SummitBot.Bot.Teams;

/// <summary>
/// A message that comes to be before the reader's eyes: a line that says what is being done, the text so far (in Teams at
/// most once a second), and the whole. Where a channel refuses that, or does not answer in time, it becomes one plain message.
/// Whatever message the turn sends next ends the stream, an apology too.
/// </summary>
public sealed class StreamedReply
{
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
    private readonly long _started;
    private bool _isOpen;
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
        _started = time.GetTimestamp();
        _isOpen = CanStream(turn.Activity);
        turn.OnSendActivities(EndWithMessageAsync);
    }

    /// <summary>The channel takes pieces: the reader sees how the message comes to be.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>
    /// The text that the reader sees of the open stream, which in Teams the whole message must begin with; null while there
    /// is none.
    /// </summary>
    public string? Shown => _isOpen ? _shown : null;

    /// <summary>Shows at once that the bot is at work: by the line in a stream, by the typing indicator elsewhere.</summary>
    public async Task AnnounceAsync(string line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        string shown = line.Length <= LongestInformative ? line : line[..LongestInformative];
        if (_turn.Activity.ChannelId == Channels.Msteams)
        {
            // Teams counts the line as a piece, too.
            _lastPiece = _time.GetTimestamp();
        }

        bool isShown = _isOpen && await SendPieceAsync(shown, StreamInfo.Informative, cancellationToken);
        if (!isShown)
        {
            await TypingSign.ShowAsync(_turn, cancellationToken);
        }
    }

    /// <summary>
    /// How long the text that was held back has to wait still; null when there is none, or it will not be shown any more.
    /// </summary>
    public TimeSpan? HeldBackFor =>
        !_isOpen || _heldBack is null || _time.GetElapsedTime(_started) > LongestStream ? null
        : _turn.Activity.ChannelId != Channels.Msteams ? TimeSpan.Zero
        : _lastPiece is { } last && Pace - _time.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero ? rest
        : TimeSpan.Zero;

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

    /// <summary>Shows the text that was held back; when there is none, nothing.</summary>
    public async Task ShowHeldBackAsync(CancellationToken cancellationToken)
    {
        if (_heldBack is { } text && HeldBackFor is not null)
        {
            // A piece whose sending is broken off may be seen all the same.
            (_shown, _heldBack) = (text, null);
            _lastPiece = _time.GetTimestamp();
            await SendPieceAsync(text, StreamInfo.Streaming, cancellationToken);
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

    private async Task<bool> SendPieceAsync(string text, string type, CancellationToken cancellationToken)
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

        return _isOpen;
    }

    private async Task<ResourceResponse[]> EndWithMessageAsync(
        ITurnContext turn,
        List<Activity> activities,
        Func<Task<ResourceResponse[]>> next
    )
    {
        if (!_isOpen || _streamId is null || activities is not [{ Type: ActivityTypes.Message } message])
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
        var data = (activity.ChannelData as JsonObject)?.DeepClone() as JsonObject ?? [];
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
