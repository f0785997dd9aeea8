using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace SummitBot.Bot.Teams;

/// <summary>A part of a streamed message.</summary>
public sealed class StreamInfo() : Entity(EntityType)
{
    public const string EntityType = "streaminfo";
    public const string Informative = "informative";
    public const string Streaming = "streaming";
    public const string Final = "final";

    /// <summary>The id of the first part; null in that part.</summary>
    [JsonProperty("streamId")]
    public string? StreamId { get; set; }

    /// <summary><see cref="Informative"/>, <see cref="Streaming"/> or <see cref="Final"/>.</summary>
    [JsonProperty("streamType")]
    public string? StreamType { get; set; }

    /// <summary>1, 2, 3 ...; null in the last part.</summary>
    [JsonProperty("streamSequence")]
    public int? StreamSequence { get; set; }
}
