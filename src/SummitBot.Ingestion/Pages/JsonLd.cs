using System.Text.Json;

namespace SummitBot.Ingestion.Pages;

/// <summary>The date and the author that a page's structured data (JSON-LD, schema.org) gives.</summary>
internal static class JsonLd
{
    private const int MostAuthors = 5;

    /// <summary>The first <c>datePublished</c> at the top or in the graph; null without one or when the data is no JSON.</summary>
    public static string? DateOf(string json) =>
        FirstIn(json, o => o.TryGetProperty("datePublished", out JsonElement date) ? TextOf(date) : null);

    /// <summary>The names of the first <c>author</c> at the top or in the graph; null without one or when the data is no JSON.</summary>
    public static string? AuthorOf(string json) =>
        FirstIn(json, o => o.TryGetProperty("author", out JsonElement author) ? NamesOf(author) : null);

    private static string? FirstIn(string json, Func<JsonElement, string?> find)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Find(document.RootElement, find);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Find(JsonElement element, Func<JsonElement, string?> find)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Select(e => Find(e, find)).FirstOrDefault(found => found is not null);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return find(element) ?? (element.TryGetProperty("@graph", out JsonElement graph) ? Find(graph, find) : null);
    }

    private static string? NamesOf(JsonElement author)
    {
        IEnumerable<string?> names =
            author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().Select(NameOf) : [NameOf(author)];
        string[] known = [.. names.OfType<string>().Where(n => n.Length > 0).Take(MostAuthors)];
        return known.Length == 0 ? null : string.Join(", ", known);
    }

    private static string? NameOf(JsonElement author) =>
        author.ValueKind == JsonValueKind.Object && author.TryGetProperty("name", out JsonElement name)
            ? TextOf(name)
            : TextOf(author);

    private static string? TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
