using SummitBot.Core.Access;
using SummitBot.Core.Settings;

namespace SummitBot.Core.Corpus;

/// <summary>The settings of a source in <c>SummitBot:Corpus:Sources</c>.</summary>
public sealed class SourceOptions
{
    /// <summary>Stands for the path in <see cref="ArticleUrl"/>.</summary>
    internal const string PathMark = "{path}";

    private const int MaxScheduleSeconds = 31 * 86_400;

    public SourceType Type { get; set; }

    /// <summary>The folder of a source of the type <see cref="SourceType.Folder"/>.</summary>
    [SettingsPath]
    public string Path { get; set; } = "";

    /// <summary>
    /// The address of a feed, a site, a container or a repository; of a bucket only when it is not at Amazon, then of the service.
    /// </summary>
    public string Url { get; set; } = "";

    /// <summary>The addresses of <see cref="SourceType.Pages"/>.</summary>
    public IReadOnlyList<string> Urls { get; set; } = [];

    /// <summary>The name of an S3 bucket.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>The region of an S3 bucket; empty for what the AWS SDK finds on the machine.</summary>
    public string Region { get; set; } = "";

    /// <summary>The branch or tag of a git repository; empty for its main branch.</summary>
    public string Branch { get; set; } = "";

    /// <summary>Only files of a bucket, container or repository whose path begins with it, such as <c>press/</c>.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The id of an S3 access key, or the user name of a git server; see <see cref="Secret"/>.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>
    /// The secret of the S3 access key, a key or shared access signature of Azure Blob Storage, or a token of a git server; empty
    /// to sign in with what the machine has. It belongs in the environment or the user secrets, not in a file.
    /// </summary>
    public string Secret { get; set; } = "";

    /// <summary>Whether to ask for a public bucket or container without signing in.</summary>
    public bool Anonymous { get; set; }

    /// <summary>
    /// The address that readers find a file of a bucket, container or repository at, with <c>{path}</c> for its path; empty for
    /// none.
    /// </summary>
    public string ArticleUrl { get; set; } = "";

    /// <summary>More files of a bucket, container or repository are not fetched.</summary>
    public int MaxFiles { get; set; } = 100_000;

    /// <summary>More bytes of a bucket, container or repository are not fetched.</summary>
    public long MaxTotalBytes { get; set; } = 10_000_000_000;

    /// <summary>How often the web host looks for what is new at the addresses, seconds.</summary>
    public int EverySeconds { get; set; } = 3_600;

    /// <summary>
    /// What the webhook of a CMS signs its requests to <c>/api/sources/NAME/refresh</c> with; at least 16 characters without
    /// spaces. Empty for none. It belongs in the environment or the user secrets, not in a file.
    /// </summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>The header in which the webhook sends its signature.</summary>
    public string WebhookHeader { get; set; } = "X-Hub-Signature-256";

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

        foreach (string sentence in FindPlaceProblems(key).Concat(FindKeyProblems(key)))
        {
            yield return sentence;
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

    private IEnumerable<string> FindPlaceProblems(string key)
    {
        string[] addresses = Type switch
        {
            SourceType.Folder or SourceType.Git => [],
            SourceType.Pages => [.. Urls],
            SourceType.S3 when Url.Length == 0 => [],
            _ => [Url],
        };
        foreach (string address in addresses.Where(a => !IsWebAddress(a)))
        {
            yield return $"{key} has the address '{address}', which is none: write it like https://www.example.org/news.";
        }

        if (Type == SourceType.S3 && !IsBucket(Bucket))
        {
            yield return $"{key}:{nameof(Bucket)} is '{Bucket}': give the name of the bucket, of small letters, digits, '-' and '.'.";
        }

        if (Type == SourceType.Git && !IsRepository(Url))
        {
            yield return $"{key}:{nameof(Url)} is no address of a git repository: write it like https://git.example.org/handbook.git or ssh://git@git.example.org/handbook.git, without a password.";
        }

        if (Type == SourceType.Git && !IsBranch(Branch))
        {
            yield return $"{key}:{nameof(Branch)} is '{Branch}', which no branch and no tag can be called.";
        }

        bool hasMark = ArticleUrl.Contains(PathMark, StringComparison.Ordinal);
        if (
            ArticleUrl.Length > 0
            && !(hasMark && IsWebAddress(ArticleUrl.Replace(PathMark, "x", StringComparison.Ordinal)))
        )
        {
            yield return $"{key}:{nameof(ArticleUrl)} is '{ArticleUrl}': write it like https://www.example.org/press/{PathMark}.";
        }

        if (MaxFiles is < 1 or > 1_000_000 || MaxTotalBytes < 1)
        {
            yield return $"{key}: {nameof(MaxFiles)} must lie between 1 and 1000000, and {nameof(MaxTotalBytes)} must be 1 or more.";
        }
    }

    private IEnumerable<string> FindKeyProblems(string key)
    {
        if (Type == SourceType.S3 && !Anonymous && AccessKey.Length > 0 != Secret.Length > 0)
        {
            yield return $"{key}: {nameof(AccessKey)} and {nameof(Secret)} go together: set both, or none to sign in with what the machine has.";
        }

        if (Type == SourceType.AzureBlob && Url.Contains('?', StringComparison.Ordinal))
        {
            yield return $"{key}:{nameof(Url)} has a signature in it: put what follows the '?' into {nameof(Secret)}.";
        }

        bool isOpen =
            Uri.TryCreate(Url, UriKind.Absolute, out Uri? url) && url is { Scheme: "http", IsLoopback: false };
        if (Secret.Length > 0 && Type is SourceType.AzureBlob or SourceType.Git && isOpen)
        {
            yield return $"{key}:{nameof(Url)} would send the secret unencrypted: write it with https://.";
        }

        if (
            WebhookSecret.Length > 0
            && SecretStrength.FindProblem($"{key}:{nameof(WebhookSecret)}", WebhookSecret) is { } weakness
        )
        {
            yield return weakness;
        }

        if (WebhookHeader.Length == 0 || !WebhookHeader.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            yield return $"{key}:{nameof(WebhookHeader)} is '{WebhookHeader}': give the name of a header, such as X-Hub-Signature-256.";
        }

        if ((AccessKey + Secret).Any(c => !char.IsAscii(c) || char.IsControl(c) || c == ' '))
        {
            yield return $"{key}: {nameof(AccessKey)} or {nameof(Secret)} has characters that no key has: copy it anew.";
        }
    }

    private static bool IsBucket(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.');

    private static bool IsRepository(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? url)
        && (url.Scheme is "https" or "http" or "ssh" or "file")
        && (url.UserInfo.Length == 0 || (url.Scheme == "ssh" && !url.UserInfo.Contains(':', StringComparison.Ordinal)))
        && address.StartsWith($"{url.Scheme}://", StringComparison.Ordinal)
        && !url.Host.StartsWith('-')
        && !url.UserInfo.StartsWith('-');

    private static bool IsBranch(string name) =>
        !name.StartsWith('-')
        && !name.Contains("..", StringComparison.Ordinal)
        && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '+' or '#');

    private static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length == 0;
}
