using SummitBot.Core.Access;
using SummitBot.Core.Articles;

namespace SummitBot.Core.Corpus;

/// <summary>A source of the settings.</summary>
/// <param name="Folder">Full path of the folder that its articles stand in; what is fetched is laid there.</param>
public sealed record Source(string Name, string Folder, ArticleDefaults Defaults, SourceOptions Options)
{
    /// <summary>True when its articles are fetched from elsewhere.</summary>
    public bool IsFetched => Options.Type != SourceType.Folder;

    /// <summary>True for a full path that is the folder or lies in it.</summary>
    public bool Holds(string path) => IsIn(path, Folder);

    /// <summary>True for a full path that is the folder or lies in it.</summary>
    /// <param name="folder">Full path without a separator at its end.</param>
    public static bool IsIn(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The address that readers find an article at; null when nobody but its file says it.</summary>
    /// <param name="address">What was fetched: an address of the web, or the path of a file in its place.</param>
    public string? FindUrl(string address) =>
        Options.Type is SourceType.Pages or SourceType.Feed or SourceType.Site ? address
        : Options.ArticleUrl.Length == 0 ? null
        : Options.ArticleUrl.Replace(
            SourceOptions.PathMark,
            string.Join('/', address.Split('/').Select(Uri.EscapeDataString)),
            StringComparison.Ordinal
        );

    /// <param name="fetched">The folder of all fetched sources.</param>
    internal static Source Create(string name, SourceOptions options, string fetched) =>
        new(
            name,
            Path.TrimEndingDirectorySeparator(
                Path.GetFullPath(options.Type == SourceType.Folder ? options.Path : Path.Combine(fetched, name))
            ),
            new ArticleDefaults
            {
                Groups = options.Groups is null ? null : GroupNames.From(options.Groups),
                Publisher = options.Publisher,
                Author = options.Author,
                Language = options.Language,
                Tags = options.Tags,
            },
            options
        );
}
