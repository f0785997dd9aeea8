using SummitBot.Core.Access;
using SummitBot.Core.Settings;

namespace SummitBot.Core.Corpus;

/// <summary>The settings of a source in <c>SummitBot:Corpus:Sources</c>.</summary>
public sealed class SourceOptions
{
    private const int MaxScheduleSeconds = 31 * 86_400;

    public SourceType Type { get; set; }

    /// <summary>The folder of a source of the type <see cref="SourceType.Folder"/>.</summary>
    [SettingsPath]
    public string Path { get; set; } = "";

    /// <summary>The address of a feed or a site.</summary>
    public string Url { get; set; } = "";

    /// <summary>The addresses of <see cref="SourceType.Pages"/>.</summary>
    public IReadOnlyList<string> Urls { get; set; } = [];

    /// <summary>How often the web host looks for what is new at the addresses, seconds.</summary>
    public int EverySeconds { get; set; } = 3_600;

    /// <summary>More pages are not fetched.</summary>
    public int MaxPages { get; set; } = 1_000;

    /// <summary>The pause between two requests, seconds; a site's robots.txt may ask for a longer one.</summary>
    public double DelaySeconds { get; set; } = 1;

    /// <summary>Whether to fetch from this machine and from private networks too.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Who may see the articles that do not say it themselves; null for everybody.</summary>
    public IReadOnlyList<string>? Groups { get; set; }

    public string? Publisher { get; set; }

    public string? Author { get; set; }

    /// <summary>ISO 639-1 code of the articles' language; null to detect it.</summary>
    public string? Language { get; set; }

    /// <summary>Added to the articles' own tags.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>What is wrong with them, a sentence each.</summary>
    /// <param name="key">Their full name.</param>
    public IEnumerable<string> FindProblems(string key)
    {
        if (Type == SourceType.Folder && string.IsNullOrWhiteSpace(Path))
        {
            yield return $"{key}:{nameof(Path)} is empty: name the folder of the source.";
        }

        if (Type == SourceType.Pages && Urls.Count == 0)
        {
            yield return $"{key}:{nameof(Urls)} is empty: list the addresses of the pages.";
        }

        string[] addresses = Type switch
        {
            SourceType.Folder => [],
            SourceType.Pages => [.. Urls],
            _ => [Url],
        };
        foreach (string address in addresses.Where(a => !IsWebAddress(a)))
        {
            yield return $"{key} has the address '{address}', which is none: write it like https://www.example.org/news.";
        }

        if (
            EverySeconds is < 10 or > MaxScheduleSeconds
            || MaxPages is < 1 or > 100_000
            || DelaySeconds is < 0 or > 3_600
        )
        {
            yield return $"{key}: {nameof(EverySeconds)} must lie between 10 and {MaxScheduleSeconds}, {nameof(MaxPages)} between 1 and 100000, {nameof(DelaySeconds)} between 0 and 3600.";
        }

        if (Groups is not null && GroupNames.Read(Groups, out string? problem) is null)
        {
            yield return $"{key}:{nameof(Groups)} {problem}.";
        }
    }

    private static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length == 0;
}
