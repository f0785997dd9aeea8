using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Pages;

/// <summary>
/// The objects of a page's structured data (JSON-LD, schema.org), those of a graph among them, in the page's order. Pages are
/// seldom our own: a script that is no JSON is as if it were not there.
/// </summary>
internal sealed class StructuredData
{
    private static readonly string[] ArticleProperties = ["headline", "datePublished", "articleBody"];

    private readonly List<Dictionary<string, IReadOnlyList<string>>> _objects = [];

    public static StructuredData Read(IHtmlDocument page)
    {
        var data = new StructuredData();
        foreach (IElement script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(script.TextContent);
                data.Add(document.RootElement);
            }
            catch (JsonException)
            {
                continue;
            }
        }

        return data;
    }

    /// <summary>The first value of a property in the first object that describes an article.</summary>
    public string? GetArticleValue(string property) => AllOfArticle(property).FirstOrDefault(v => v.Length > 0);

    /// <summary>All values of a property in the first object that describes an article.</summary>
    public IReadOnlyList<string> AllOfArticle(string property) =>
        _objects.Find(o => Array.Exists(ArticleProperties, o.ContainsKey))?.GetValueOrDefault(property) ?? [];

    /// <summary>The values of a property in each object that has it.</summary>
    public IEnumerable<IReadOnlyList<string>> GetEach(string property) =>
        _objects.Select(o => o.GetValueOrDefault(property) ?? []).Where(values => values.Count > 0);

    private void Add(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Add(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            _objects.Add(
                element
                    .EnumerateObject()
                    .DistinctBy(p => p.Name, StringComparer.Ordinal)
                    .ToDictionary(p => p.Name, p => ReadValues(p.Value), StringComparer.Ordinal)
            );
            if (element.TryGetProperty("@graph", out JsonElement graph))
            {
                Add(graph);
            }
        }
    }

    /// <summary>Texts, and the names of persons and organisations.</summary>
    private static IReadOnlyList<string> ReadValues(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [CleanText.Line(value.GetString()!)],
            JsonValueKind.Array =>
            [
                .. value.EnumerateArray().Where(v => v.ValueKind != JsonValueKind.Array).SelectMany(ReadValues),
            ],
            JsonValueKind.Object
                when value.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String =>
            [
                CleanText.Line(name.GetString()!),
            ],
            _ => [],
        };
}
