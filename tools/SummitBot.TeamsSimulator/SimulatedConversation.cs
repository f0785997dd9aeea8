using System.Globalization;
using System.Text.Json.Nodes;

namespace SummitBot.TeamsSimulator;

/// <summary>One conversation as Teams keeps it: takes what the bot sends, and says what of it breaks a rule.</summary>
public sealed class SimulatedConversation(string id, ConversationKind kind, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<BotMessage> _messages = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<RuleViolation> _violations = [];
    private readonly RateRules _rates = new(time);
    private readonly StreamRules _stream = new(kind == ConversationKind.Personal, time);
    private int _signs;
    private int _pieces;
    private int _inStream;
    private long _lastRequest;
    private bool _isTyping;

    public string Id { get; } = id;

    public ConversationKind Kind { get; } = kind;

    public bool IsPersonal => Kind == ConversationKind.Personal;

    /// <summary>What the conversation has come to; a copy.</summary>
    public ConversationState State
    {
        get
        {
            lock (_gate)
            {
                return new ConversationState([.. _messages], _signs, _pieces, _stream.IsOpen, _isTyping, _lastRequest);
            }
        }
    }

    /// <summary>An activity of a person, which the bot may reply to.</summary>
    public void Register(string activityId)
    {
        lock (_gate)
        {
            _known.Add(activityId);
        }
    }

    /// <summary>The rules broken since the last call.</summary>
    public IReadOnlyList<RuleViolation> TakeViolations()
    {
        lock (_gate)
        {
            RuleViolation[] broken = [.. _violations];
            _violations.Clear();
            return broken;
        }
    }

    /// <summary>A stream that was not ended is one more broken rule; a typing sign ends by itself.</summary>
    public void EndTurn()
    {
        lock (_gate)
        {
            if (_stream.IsOpen)
            {
                _violations.Add(new RuleViolation("stream-end", "A stream was begun and never ended."));
                _stream.Abandon();
            }

            _isTyping = false;
        }
    }

    /// <summary>Takes an activity that the bot sends.</summary>
    /// <param name="replyTo">The id in the address; null when the bot sends without one.</param>
    /// <param name="body">The activity as it came.</param>
    public ChannelAnswer Post(string? replyTo, string body)
    {
        lock (_gate)
        {
            _lastRequest = time.GetTimestamp();
            return Check(body) is { } refusal ? refusal : Take(replyTo, Json.Read(body)!);
        }
    }

    /// <summary>Puts another message in the place of one that the bot sent.</summary>
    public ChannelAnswer Put(string activityId, string body)
    {
        lock (_gate)
        {
            _lastRequest = time.GetTimestamp();
            int index = _messages.FindIndex(m => m.Id == activityId);
            if (index < 0)
            {
                return Unknown("An update of a message that the bot did not send.");
            }

            if (Check(body) is { } refusal)
            {
                return refusal;
            }

            JsonObject update = Json.Read(body)!;
            _violations.AddRange(MessageRules.Check(update, IsPersonal));
            _isTyping = false;
            BotMessage message = _messages[index];
            _messages[index] = message with
            {
                Activity = update,
                At = time.GetTimestamp(),
                DraftedAt = message.DraftedAt ?? message.At,
            };
            return new ChannelAnswer(200, new JsonObject { ["id"] = activityId });
        }
    }

    public ChannelAnswer Delete(string activityId)
    {
        lock (_gate)
        {
            _lastRequest = time.GetTimestamp();
            return _messages.RemoveAll(m => m.Id == activityId) > 0
                ? new ChannelAnswer(200)
                : Unknown("A deletion of a message that the bot did not send.");
        }
    }

    /// <summary>Begins a request that belongs to a stream; while the one before is being answered, it breaks a rule.</summary>
    public void EnterStream()
    {
        lock (_gate)
        {
            _inStream++;
            if (_inStream > 1)
            {
                _violations.Add(
                    new RuleViolation("stream-overlap", "A piece was sent before the one before was answered.")
                );
            }
        }
    }

    public void LeaveStream()
    {
        lock (_gate)
        {
            _inStream--;
        }
    }

    private ChannelAnswer? Check(string body)
    {
        if (Json.Read(body) is not { } activity)
        {
            _violations.Add(new RuleViolation("activity", "The bot sent something that is no JSON object."));
            return ChannelAnswer.Refused(400, "BadSyntax", "Bad format of activity");
        }

        if (MessageRules.TooBig(body) is { } tooBig)
        {
            _violations.Add(tooBig);
            return ChannelAnswer.Refused(413, "MessageSizeTooBig", "Message size too large.");
        }

        if (_rates.Take() is { } tooMany)
        {
            _violations.Add(tooMany);
            return ChannelAnswer.Refused(429, "TooManyRequests", "API calls quota exceeded") with { RetryAfter = 1 };
        }

        if (Json.Text(Json.Child(activity, "conversation"), "id") is { } named && named != Id)
        {
            _violations.Add(
                new RuleViolation("conversation", "The activity names another conversation than its address.")
            );
        }

        return null;
    }

    private ChannelAnswer Take(string? replyTo, JsonObject activity)
    {
        if (replyTo is not null && !_known.Contains(replyTo))
        {
            return Unknown("A reply to an activity that is not of this conversation.");
        }

        _signs++;
        string newId = (1_700_000_000_000 + _signs).ToString(CultureInfo.InvariantCulture);
        ChannelAnswer? streamed = _stream.Take(activity, newId, _violations);
        if (streamed is { IsTaken: false })
        {
            return streamed;
        }

        if (Json.Text(activity, "type") != "message")
        {
            _pieces += streamed is null ? 0 : 1;
            _isTyping = streamed is null && Json.Text(activity, "type") == "typing";
            return streamed ?? ChannelAnswer.Accepted();
        }

        string messageId = Json.Text(streamed?.Body, "id") ?? newId;
        _violations.AddRange(MessageRules.Check(activity, IsPersonal));
        _isTyping = false;
        _messages.Add(new BotMessage(messageId, activity, time.GetTimestamp()) { ReplyTo = replyTo });
        _known.Add(messageId);
        return streamed ?? ChannelAnswer.Created(messageId);
    }

    private ChannelAnswer Unknown(string detail)
    {
        _violations.Add(new RuleViolation("activity-id", detail));
        return ChannelAnswer.Refused(404, "ActivityNotFoundInConversation", "The activity is not known.");
    }
}
