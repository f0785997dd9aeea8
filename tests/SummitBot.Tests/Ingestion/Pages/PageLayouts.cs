using System.Text.Json;

namespace SummitBot.Tests.Ingestion.Pages;

/// <summary>
/// Pages with a known article: layouts as well-known systems write them, filled with texts. The layouts in "Unseen" were
/// written before the reader was tuned on the others, and never tuned on.
/// </summary>
internal static class PageLayouts
{
    private static readonly string Folder = Repository.GetPath("tests/SummitBot.Tests/Ingestion/Pages");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IEnumerable<string> Names(string set) =>
        Directory
            .EnumerateFiles(Path.Combine(Folder, set))
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal);

    public static IReadOnlyList<PageArticle> Articles() =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "Texts")).Order(StringComparer.Ordinal).Select(ReadArticle)];

    public static string Fill(string set, string layout, PageArticle article)
    {
        string template = File.ReadAllText(Path.Combine(Folder, set, layout + ".html"));
        string[] parts = article.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return template
            .Replace("{{title}}", article.Title, StringComparison.Ordinal)
            .Replace("{{author}}", article.Author, StringComparison.Ordinal)
            .Replace("{{date}}", article.Date, StringComparison.Ordinal)
            .Replace("{{shown}}", article.Shown, StringComparison.Ordinal)
            .Replace("{{slug}}", article.Slug, StringComparison.Ordinal)
            .Replace("{{lang}}", article.Lang, StringComparison.Ordinal)
            .Replace("{{body}}", article.Body, StringComparison.Ordinal)
            .Replace("{{body1}}", string.Join('\n', parts[..2]), StringComparison.Ordinal)
            .Replace("{{body2}}", string.Join('\n', parts[2..]), StringComparison.Ordinal);
    }

    private static PageArticle ReadArticle(string path)
    {
        string[] lines = File.ReadAllText(path).Split('\n', 2);
        return JsonSerializer.Deserialize<PageArticle>(
            lines[0].Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal),
            Json
        )! with
        {
            Body = lines[1].Trim(),
        };
    }
}
