using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Teams;

/// <summary>A piece of a message that comes to be before the reader's eyes.</summary>
public sealed class StreamInfo() : Entity(EntityType)
{
    public const string EntityType = "streaminfo";
    public const string Informative = "informative";
    public const string Streaming = "streaming";
    public const string Final = "final";

    /// <summary>The id of the first piece; null in that one.</summary>
    public string? StreamId { get; set; }

    /// <summary><see cref="Informative"/>, <see cref="Streaming"/> or <see cref="Final"/>.</summary>
    public string? StreamType { get; set; }

    /// <summary>1, 2, 3 ...; null in the last piece.</summary>
    public int? StreamSequence { get; set; }
}
