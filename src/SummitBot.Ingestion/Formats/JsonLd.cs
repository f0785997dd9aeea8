using System.Text.Json;

namespace SummitBot.Ingestion.Formats;

/// <summary>The date that a page's structured data (JSON-LD, schema.org) gives.</summary>
internal static class JsonLd
{
    /// <summary>The first <c>datePublished</c> at the top or in the graph; null without one or when the data is no JSON.</summary>
    public static string? DateOf(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return DateIn(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? DateIn(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Select(DateIn).FirstOrDefault(d => d is not null);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        bool hasDate = element.TryGetProperty("datePublished", out JsonElement date);
        if (hasDate && date.ValueKind == JsonValueKind.String)
        {
            return date.GetString();
        }

        return element.TryGetProperty("@graph", out JsonElement graph) ? DateIn(graph) : null;
    }
}
