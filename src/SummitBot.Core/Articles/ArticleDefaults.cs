using System.Text.Json;
using SummitBot.Core.Access;

namespace SummitBot.Core.Articles;

/// <summary>What the settings say of a source's articles: it holds for those that do not say it themselves.</summary>
public sealed record ArticleDefaults
{
    public static ArticleDefaults None { get; } = new();

    /// <summary>Who may see them; null when that is not said, so that they are public.</summary>
    public GroupNames? Groups { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    /// <summary>ISO 639-1 code; null to detect the language of each article.</summary>
    public string? Language { get; init; }

    /// <summary>The address that the file was fetched from, which is the article's; null for other files.</summary>
    public string? Url { get; init; }

    /// <summary>Added to the articles' own.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>One text for the same defaults, always; empty for <see cref="None"/>.</summary>
    public string Write() =>
        Groups is null && Publisher is null && Author is null && Language is null && Url is null && Tags.Count == 0
            ? ""
            : JsonSerializer.Serialize<string?[]>([
                Groups is null ? null : Groups.ToString(),
                Publisher,
                Author,
                Language,
                Url,
                .. Tags,
            ]);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ArticleDefaults Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return None;
        }

        string?[] fields = JsonSerializer.Deserialize<string?[]>(text)!;
        return new ArticleDefaults
        {
            Groups = fields[0] is { } groups ? GroupNames.From(groups.Split(',')) : null,
            Publisher = fields[1],
            Author = fields[2],
            Language = fields[3],
            Url = fields[4],
            Tags = [.. fields[5..].OfType<string>()],
        };
    }
}
