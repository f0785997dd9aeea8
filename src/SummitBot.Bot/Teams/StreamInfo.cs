using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace SummitBot.Bot.Teams;

/// <summary>A piece of a message that grows while the reader watches.</summary>
public sealed class StreamInfo() : Entity(EntityType)
{
    public const string EntityType = "streaminfo";
    public const string Informative = "informative";
    public const string Streaming = "streaming";
    public const string Final = "final";

    /// <summary>The id of the first piece; null in that one.</summary>
    [JsonProperty("streamId")]
    public string? StreamId { get; set; }

    /// <summary><see cref="Informative"/>, <see cref="Streaming"/> or <see cref="Final"/>.</summary>
    [JsonProperty("streamType")]
    public string? StreamType { get; set; }

    /// <summary>1, 2, 3 ...; null in the last piece.</summary>
    [JsonProperty("streamSequence")]
    public int? StreamSequence { get; set; }
}
