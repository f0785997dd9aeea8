using SummitBot.Core.Access;

namespace SummitBot.Core.Corpus;

/// <summary>The settings of a source in <c>SummitBot:Corpus:Sources</c>.</summary>
public sealed class SourceOptions
{
    /// <summary>The folder.</summary>
    public string Path { get; set; } = "";

    /// <summary>Who may see the articles that do not say it themselves; empty for everybody.</summary>
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
        if (string.IsNullOrWhiteSpace(Path))
        {
            yield return $"{key}:{nameof(Path)} is empty: name the folder of the source.";
        }

        if (Groups is not null && GroupNames.Read(Groups, out string? problem) is null)
        {
            yield return $"{key}:{nameof(Groups)} {problem}.";
        }
    }
}
