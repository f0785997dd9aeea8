using System.Globalization;
using SummitBot.Ingestion.Files;
using SummitBot.Language.Tokens;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>
/// Maximum lengths of the title and other metadata. Title and heading are part of every passage in the index, and all
/// of them are shown in lists.
/// </summary>
internal sealed class MetadataLimits
{
    /// <summary>A longer line is text, even if it is marked up as a heading.</summary>
    public const int MaxHeadingLength = 300;

    private const int MaxTitleLength = 300;
    private const int MaxPublisherLength = 200;
    private const int MaxDescriptionLength = 500;
    private const int MaxUrlLength = 2_000;

    private readonly List<string> _notices = [];

    /// <summary>What was changed, one sentence each.</summary>
    public IReadOnlyList<string> Notices => _notices;

    public static string CutTitle(string title) => Cut(title, MaxTitleLength);

    public string Title(string title)
    {
        Note(title.Length, MaxTitleLength, "title", "was cut");
        return CutTitle(title);
    }

    public string? Publisher(string? publisher)
    {
        Note(publisher?.Length ?? 0, MaxPublisherLength, "publisher", "was cut");
        return publisher is null ? null : Cut(publisher, MaxPublisherLength);
    }

    public string? Author(string? author)
    {
        Note(author?.Length ?? 0, MaxPublisherLength, "author", "was cut");
        return author is null ? null : Cut(author, MaxPublisherLength);
    }

    public static string? CutDescription(string? description)
    {
        string line = CleanText.Line(description ?? "");
        return line.Length == 0 ? null : Cut(line, MaxDescriptionLength);
    }

    /// <summary>Null for an address that is too long: a truncated one would lead elsewhere.</summary>
    public Uri? Url(Uri? url)
    {
        int length = url?.OriginalString.Length ?? 0;
        Note(length, MaxUrlLength, "url", "was left out");
        return length > MaxUrlLength ? null : url;
    }

    private void Note(int length, int max, string name, string change)
    {
        if (length > max)
        {
            _notices.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The {name} has {length:N0} characters, the limit is {max:N0}: it {change}. Shorten it in the file."
                )
            );
        }
    }

    /// <summary>The text up to its last whole word within the limit, with an ellipsis.</summary>
    private static string Cut(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        int space = text.LastIndexOf(' ', max - 1);
        return TextStart.Take(text, space > max / 2 ? space : max - 1) + "…";
    }
}
