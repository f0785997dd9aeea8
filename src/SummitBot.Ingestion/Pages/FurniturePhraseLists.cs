using System.Text.Json.Serialization;

namespace SummitBot.Ingestion.Pages;

/// <summary>The file of <see cref="FurniturePhrases"/>; all in lower case.</summary>
internal sealed record FurniturePhraseLists
{
    /// <summary>Whole lines.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Beginnings of short lines.</summary>
    public required IReadOnlyList<string> Starts { get; init; }

    /// <summary>Parts of short lines about the site.</summary>
    public required IReadOnlyList<string> Anywhere { get; init; }

    /// <summary>Headings of sections that do not belong to the article.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>Parts of a notice about cookies.</summary>
    public required IReadOnlyList<string> Consent { get; init; }

    /// <summary>Names of newsletters and other subscriptions.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>Phrases that ask readers to subscribe.</summary>
    public required IReadOnlyList<string> Joining { get; init; }

    public required IReadOnlyList<string> Bylines { get; init; }

    public required IReadOnlyList<string> Dated { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FurniturePhraseLists))]
internal sealed partial class FurniturePhraseJson : JsonSerializerContext;
