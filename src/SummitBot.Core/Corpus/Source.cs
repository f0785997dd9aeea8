using SummitBot.Core.Access;
using SummitBot.Core.Articles;

namespace SummitBot.Core.Corpus;

/// <summary>A source of the settings.</summary>
/// <param name="Folder">Full path of the folder that its articles stand in.</param>
public sealed record Source(string Name, string Folder, ArticleDefaults Defaults)
{
    internal static Source From(string name, SourceOptions options) =>
        new(
            name,
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Path)),
            new ArticleDefaults
            {
                Groups = options.Groups is null ? null : GroupNames.From(options.Groups),
                Publisher = options.Publisher,
                Author = options.Author,
                Language = options.Language,
                Tags = options.Tags,
            }
        );
}
