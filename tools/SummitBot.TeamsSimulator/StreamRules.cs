using System.Globalization;
using System.Text.Json.Nodes;

namespace SummitBot.TeamsSimulator;

/// <summary>The stream of one conversation: a line that says what is done, pieces of text, and the whole message.</summary>
/// <param name="isPersonal">Only one-to-one chats have streams.</param>
public sealed class StreamRules(bool isPersonal, TimeProvider time)
{
    private const string NotAllowed = "ContentStreamNotAllowed";

    private string? _id;
    private int _sequence;
    private string _text = "";
    private long _opened;
    private long _lastPiece;

    /// <summary>A stream has begun and not ended.</summary>
    public bool IsOpen => _id is not null;

    /// <summary>What the channel answers; null when the activity is no part of a stream.</summary>
    public ChannelAnswer? Take(JsonObject activity, string newId, ICollection<RuleViolation> violations)
    {
        if (Json.Entities(activity, "streaminfo").FirstOrDefault() is not { } info)
        {
            return null;
        }

        if (!isPersonal)
        {
            violations.Add(
                new RuleViolation("stream-place", "A stream in a group or channel; Teams has them in personal chats.")
            );
            return ChannelAnswer.Refused(403, NotAllowed, "Content stream is not allowed");
        }

        string type = Json.Text(info, "streamType") ?? "streaming";
        if (Json.Text(info, "streamId") is not { Length: > 0 } id)
        {
            return Open(activity, info, type, newId, violations);
        }

        if (id != _id)
        {
            violations.Add(new RuleViolation("stream-id", "A piece of a stream that has ended or never began."));
            return ChannelAnswer.Refused(
                403,
                NotAllowed,
                "Content stream is not allowed on an already completed message"
            );
        }

        if (time.GetElapsedTime(_opened) > TeamsLimits.Stream)
        {
            _id = null;
            violations.Add(new RuleViolation("stream-length", "A stream went on for more than two minutes."));
            return ChannelAnswer.Refused(403, NotAllowed, "Content stream finished due to exceeded streaming time");
        }

        return type == "final" ? End(activity, info, violations) : Continue(activity, info, type, violations);
    }

    /// <summary>Forgets a stream that nobody will end any more.</summary>
    public void Abandon() => _id = null;

    private ChannelAnswer Open(
        JsonObject activity,
        JsonNode info,
        string type,
        string newId,
        ICollection<RuleViolation> violations
    )
    {
        if (_id is not null)
        {
            violations.Add(new RuleViolation("stream-single", "A stream began before the former one ended."));
        }

        if (Json.Number(info, "streamSequence") != 1)
        {
            violations.Add(
                new RuleViolation("stream-sequence", "The first piece of a stream has another streamSequence than 1.")
            );
        }

        (_id, _sequence, _text) = (newId, 1, "");
        _opened = _lastPiece = time.GetTimestamp();
        CheckPiece(activity, type, violations);
        return ChannelAnswer.Created(newId);
    }

    private ChannelAnswer Continue(
        JsonObject activity,
        JsonNode info,
        string type,
        ICollection<RuleViolation> violations
    )
    {
        TimeSpan since = time.GetElapsedTime(_lastPiece);
        if (since < TeamsLimits.Pace - TeamsLimits.Jitter)
        {
            violations.Add(
                new RuleViolation(
                    "stream-pace",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"A piece came {since.TotalSeconds:0.00} s after the one before; Teams takes one a second."
                    )
                )
            );
            return ChannelAnswer.Refused(429, "TooManyRequests", "API calls quota exceeded") with { RetryAfter = 1 };
        }

        if (Json.Number(info, "streamSequence") is not { } sequence || sequence <= _sequence)
        {
            violations.Add(
                new RuleViolation("stream-sequence", "The streamSequence of a piece is not higher than the one before.")
            );
            return ChannelAnswer.Refused(
                202,
                "ContentStreamSequenceOrderPreConditionFailed",
                "PreCondition failed exception when processing streaming activity."
            );
        }

        _sequence = sequence;
        _lastPiece = time.GetTimestamp();
        CheckPiece(activity, type, violations);
        return ChannelAnswer.Accepted();
    }

    private ChannelAnswer End(JsonObject activity, JsonNode info, ICollection<RuleViolation> violations)
    {
        if (Json.Text(activity, "type") != "message")
        {
            violations.Add(new RuleViolation("stream-end", "The end of a stream is no message."));
        }

        if (Json.Child(info, "streamSequence") is not null)
        {
            violations.Add(
                new RuleViolation("stream-sequence", "The end of a stream has a streamSequence; it must have none.")
            );
        }

        CheckText(Json.Text(activity, "text") ?? "", violations);
        string id = _id!;
        _id = null;
        return new ChannelAnswer(202, new JsonObject { ["id"] = id });
    }

    private void CheckPiece(JsonObject activity, string type, ICollection<RuleViolation> violations)
    {
        string text = Json.Text(activity, "text") ?? "";
        if (Json.Text(activity, "type") != "typing")
        {
            violations.Add(new RuleViolation("stream-piece", "A piece of a stream is of another type than typing."));
        }

        if (text.Length == 0)
        {
            violations.Add(new RuleViolation("stream-piece", "A piece of a stream has no text."));
        }

        bool hasMore =
            Json.List(activity, "attachments").Any()
            || Json.Child(Json.Child(activity, "channelData"), "feedbackLoop") is not null
            || Json.Entities(activity, MessageRules.MessageEntity)
                .Any(e => Json.Child(e, "additionalType") is not null);
        if (hasMore)
        {
            violations.Add(
                new RuleViolation(
                    "stream-piece",
                    "Attachments, the AI label and feedback are only for the end of a stream."
                )
            );
        }

        if (type != "informative")
        {
            CheckText(text, violations);
            _text = text;
        }
        else if (text.Length > TeamsLimits.InformativeCharacters)
        {
            violations.Add(
                new RuleViolation(
                    "stream-informative",
                    $"An informative line of {text.Length} characters; Teams takes 1000."
                )
            );
        }
    }

    private void CheckText(string text, ICollection<RuleViolation> violations)
    {
        if (!text.StartsWith(_text, StringComparison.Ordinal))
        {
            violations.Add(
                new RuleViolation("stream-text", "A text does not begin with the one that was shown before it.")
            );
        }
    }
}
