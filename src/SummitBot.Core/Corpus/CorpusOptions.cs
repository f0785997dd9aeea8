using System.ComponentModel.DataAnnotations;
using SummitBot.Core.Settings;

namespace SummitBot.Core.Corpus;

/// <summary>Settings section <c>SummitBot:Corpus</c>: the articles.</summary>
public sealed class CorpusOptions : IValidatableObject
{
    /// <summary>What <see cref="JsonFields"/> may name.</summary>
    private static readonly string[] KnownJsonFields =
    [
        "items",
        "id",
        "title",
        "text",
        "date",
        "url",
        "author",
        "publisher",
        "language",
        "tags",
        "groups",
    ];

    public const string Section = "SummitBot:Corpus";

    /// <summary>The default of an empty <see cref="Paths"/>, applied after settings are bound.</summary>
    public static readonly IReadOnlyList<string> DefaultPaths = ["corpus"];

    /// <summary>Files and folders with the articles; relative ones start at the folder of the settings file.</summary>
    /// <remarks>
    /// When none is set: <see cref="DefaultPaths"/>, which cannot be the initial value because binding adds to a list
    /// that has items.
    /// </remarks>
    [SettingsPath]
    public IReadOnlyList<string> Paths { get; set; } = [];

    /// <summary>Folder of the articles that programs send to the web host; part of the corpus once it is there.</summary>
    [Required(
        AllowEmptyStrings = false,
        ErrorMessage = "SummitBot:Corpus:ReceivedPath is empty: name a folder for the articles that programs send."
    )]
    [SettingsPath]
    public string ReceivedPath { get; set; } = ".data/articles";

    /// <summary>Further sources by their names, each with settings of its own; see docs/sources.md.</summary>
    public IReadOnlyDictionary<string, SourceOptions> Sources { get; set; } =
        new Dictionary<string, SourceOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Folder in which fetched sources are kept, each in a folder of its name.</summary>
    [Required(
        AllowEmptyStrings = false,
        ErrorMessage = "SummitBot:Corpus:FetchedPath is empty: name a folder for the fetched sources."
    )]
    [SettingsPath]
    public string FetchedPath { get; set; } = ".data/sources";

    /// <summary>The whole corpus: <see cref="Paths"/>, what was received, and the folders of all sources.</summary>
    public IReadOnlyList<string> AllPaths =>
        [
            .. Paths,
            .. Directory.Exists(ReceivedPath) ? [ReceivedPath] : Array.Empty<string>(),
            .. ListSources().Where(s => !s.IsFetched || Path.Exists(s.Folder)).Select(s => s.Folder),
        ];

    /// <summary>
    /// Those of <see cref="AllPaths"/> that may be missing for a time: the articles of a source that is not there stay in the
    /// index.
    /// </summary>
    public IReadOnlyList<string> SourcePaths => [.. ListSources().Select(s => s.Folder)];

    /// <summary>The sources in the order of their names.</summary>
    public IReadOnlyList<Source> ListSources() =>
        [
            .. Sources
                .OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => Source.Create(s.Key, s.Value, FetchedPath)),
        ];

    /// <summary>
    /// Files and folders to leave out, such as <c>*.csv</c> or <c>drafts</c>; with a slash it is a path below the corpus.
    /// </summary>
    public IReadOnlyList<string> Skip { get; set; } = [];

    /// <summary>
    /// Maps fields to keys of a JSON file, such as <c>"text": "body.html"</c>: keys of items, id, title, text, date,
    /// url, author, publisher, language and tags. Common keys are recognized without it.
    /// </summary>
    public IReadOnlyDictionary<string, string> JsonFields { get; set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Maximum size of a file, bytes; larger ones are refused.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "SummitBot:Corpus:MaxFileBytes must lie between 1 and 2147483647.")]
    public long MaxFileBytes { get; set; } = 20_000_000;

    /// <summary>A file that takes longer to read is skipped, seconds.</summary>
    [Range(1, 3_600, ErrorMessage = "SummitBot:Corpus:MaxFileSeconds must lie between 1 and 3600 (an hour).")]
    public int MaxFileSeconds { get; set; } = 20;

    /// <summary>
    /// Whether to follow links that lead out of <see cref="Paths"/>. Everything they lead to is published.
    /// </summary>
    public bool FollowLinksOutside { get; set; }

    /// <summary>
    /// How often a running web host looks for changed articles beside what the file system reports, seconds; 0 looks only at
    /// start.
    /// </summary>
    [Range(0, 86_400, ErrorMessage = "SummitBot:Corpus:RefreshSeconds must lie between 0 and 86400 (a day).")]
    public int RefreshSeconds { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Sources
            .SelectMany(s => FindProblems(s.Key, s.Value))
            .Select(problem => new ValidationResult(problem))
            .Concat(FindUnknownFields());

    private static IEnumerable<string> FindProblems(string name, SourceOptions source)
    {
        string key = $"{Section}:{nameof(Sources)}:{name}";
        bool isName = name.Length is > 0 and <= 50 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return isName
            ? source.FindProblems(key)
            : [$"{key}: the name of a source has letters, digits, '-' and '_', at most 50 of them."];
    }

    private IEnumerable<ValidationResult> FindUnknownFields() =>
        JsonFields
            .Keys.Except(KnownJsonFields, StringComparer.OrdinalIgnoreCase)
            .Select(name => new ValidationResult(
                $"SummitBot:Corpus:JsonFields:{name} is no field of an article: name one of {string.Join(", ", KnownJsonFields)}."
            ));
}
