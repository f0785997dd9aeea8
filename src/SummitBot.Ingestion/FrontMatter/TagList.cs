using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>Tags that are written on one line.</summary>
internal static class TagList
{
    private const int MaxTags = 30;
    private const int MaxLength = 60;

    /// <summary>The tags between commas or semicolons; empty for null.</summary>
    public static IReadOnlyList<string> Split(string? text) => Clean(text?.Split([',', ';']) ?? []);

    /// <summary>Each tag once, without <c>#</c>; long ones and all after the thirtieth are left out.</summary>
    public static IReadOnlyList<string> Clean(IEnumerable<string> tags)
    {
        string[] clean =
        [
            .. tags.Select(tag => CleanText.Line(tag).TrimStart('#'))
                .Where(tag => tag.Length is > 0 and <= MaxLength)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MaxTags),
        ];
        return clean.Length == 0 ? [] : clean;
    }
}
